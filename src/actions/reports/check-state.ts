import type { CheckConclusion } from '../../github/repository.ts'

/** The name under which main keeps its open check run for the post step; '' when there is none. */
export const checkStateName = 'check'

/** A check run that has to be completed by somebody. */
export interface OpenCheck {
  readonly name: string
  readonly headSha: string
  /** Finds it again where main was killed before GitHub's answer told the id. */
  readonly externalId: string
  readonly id?: number
  readonly runUrl?: string
  /** The verdict, once main has one: it may be that only the post step gets it to GitHub. */
  readonly verdict?: { readonly conclusion: CheckConclusion; readonly title: string }
  /** Main has completed it, and only a later word of the post step changes it. */
  readonly isCompleted?: boolean
}

/** Reads it back; undefined for anything else. */
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
    // Empty, which is the usual case, or damaged: there is nothing to complete.
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
