import { refuse } from './problems.ts'

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

/** Returns the value if it is a mapping. */
export function asMapping(it: Json): Mapping {
  return isMapping(it)
    ? it
    : refuse('Must be a mapping. Enter one "name: value" pair per line, or a JSON object.')
}
