/** A JSON value without null, which Hex refuses with a 422. */
export type Json =
  | string
  | number
  | boolean
  | ReadonlyArray<Json>
  | { readonly [key: string]: Json }

/** A JSON value with null, which removes a value in some requests (UpdateProject's `status`). */
export type JsonOrNull =
  | Json
  | null
  | ReadonlyArray<JsonOrNull>
  | { readonly [key: string]: JsonOrNull }

export type Mapping = Readonly<Record<string, Json>>

export function isScalar(it: unknown): it is string | number | boolean {
  return typeof it === 'string' || typeof it === 'number' || typeof it === 'boolean'
}

export function isMapping(it: Json): it is Mapping {
  return typeof it === 'object' && !Array.isArray(it)
}

/** The value of a JSON text, or undefined if it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The value as a record of unknown values, or undefined if it is not a JSON object. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

/** The value if it is a string, else undefined. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The value if it is a finite number, else undefined. */
export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** The record without the fields that are undefined, as JSON writes it: an optional field is absent, never undefined. */
export function withoutUndefined<T extends object>(
  record: T,
): { [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name] } & {
  [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<T[Name], undefined>
} {
  const entries = Object.entries(record).filter(([, it]) => it !== undefined)
  return Object.fromEntries(entries) as ReturnType<typeof withoutUndefined<T>>
}
