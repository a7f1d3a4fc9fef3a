import type { CheckConclusion } from '../../github/repository.ts'

/** The name of the state in which main saves its open check run for the post step; '' if there is none. */
export const checkStateName = 'check'

/** A check run that must be completed. */
export interface OpenCheck {
  readonly name: string
  readonly headSha: string
  /** Identifies it if main was killed before GitHub responded with the id. */
  readonly externalId: string
  readonly id?: number
  readonly runUrl?: string
  /** Main's verdict, once there is one. The post step sends it if main could not. */
  readonly verdict?: { readonly conclusion: CheckConclusion; readonly title: string }
  /** Main has completed it. Only a last word of the post step changes it. */
  readonly isCompleted?: boolean
}

/** Parses a saved check run; undefined for anything else. */
export function readOpenCheck(text: string): OpenCheck | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    const { name, headSha, externalId, id, runUrl, verdict, isCompleted } = value as Partial<
      Record<string, unknown>
    >
    if (typeof name !== 'string' || typeof headSha !== 'string' || typeof externalId !== 'string') {
      return undefined
    }
    return {
      name,
      headSha,
      externalId,
      ...(typeof id === 'number' ? { id } : {}),
      ...(typeof runUrl === 'string' ? { runUrl } : {}),
      ...(isVerdict(verdict) ? { verdict } : {}),
      ...(isCompleted === true ? { isCompleted } : {}),
    }
  } catch {
    // Empty, which is usual, or damaged: there is nothing to complete.
    return undefined
  }
}

const conclusions: ReadonlyArray<string> = [
  'success',
  'failure',
  'cancelled',
  'timed_out',
  'neutral',
] satisfies ReadonlyArray<CheckConclusion>

function isVerdict(value: unknown): value is NonNullable<OpenCheck['verdict']> {
  if (typeof value !== 'object' || value === null) return false
  const { conclusion, title } = value as Partial<Record<string, unknown>>
  return typeof title === 'string' && conclusions.includes(String(conclusion))
}
