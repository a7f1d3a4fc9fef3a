import type { CheckConclusion } from '../github/repository.ts'
import { asNumber, asRecord, asText, parsedJson, withoutUndefined } from '../json.ts'

// What main saves for the post step, in the state that GitHub's runner keeps for a step.

/** The name of the state with the last journal entry of a run. */
export function stateNameOf(index: number): string {
  return `journal-${index}`
}

/** The state with the number of main's runs. */
export const countName = 'runs'

/** The state with main's mark, which identifies main's notes. */
export const markName = 'main'

/** The state with the number of main's notes. */
export const notedName = 'noted'

/** Main saves under these names, in its notes and in the state, that it was asked to stop, and that it reached its end. */
export const stoppedName = 'stopped'
export const endedName = 'ended'

/** Main saves its mark under this name last, if the post step has nothing to do. */
export const nothingLeftName = 'nothing-left'

/**
 * Did main say so? An earlier step can set any variable for the post step (GITHUB_ENV), but doesn't know main's mark, and
 * the runner's state replaces such a variable.
 * @param env of the post step, which has the state.
 */
export function leftNothing(env: Readonly<Record<string, string | undefined>>): boolean {
  const mark = env[`STATE_${markName}`]
  return mark !== undefined && env[`STATE_${nothingLeftName}`] === mark
}

/** The state with main's open check run; '' if there is none. */
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
  const saved = asRecord(parsedJson(text))
  const [name, headSha, externalId] = ['name', 'headSha', 'externalId'].map((key) =>
    asText(saved?.[key]),
  )
  if (name === undefined || headSha === undefined || externalId === undefined) return undefined
  return {
    name,
    headSha,
    externalId,
    ...withoutUndefined({
      id: asNumber(saved?.['id']),
      runUrl: asText(saved?.['runUrl']),
      verdict: verdictIn(saved?.['verdict']),
      isCompleted: saved?.['isCompleted'] === true ? true : undefined,
    }),
  }
}

const conclusions = ['success', 'failure', 'cancelled', 'timed_out', 'neutral'] as const

function verdictIn(saved: unknown): OpenCheck['verdict'] {
  const verdict = asRecord(saved)
  const title = asText(verdict?.['title'])
  const conclusion = conclusions.find((each) => each === verdict?.['conclusion'])
  return conclusion === undefined || title === undefined ? undefined : { conclusion, title }
}

/** This use of the action: one step of one attempt of one job. */
export interface Use {
  /** The same in the next run of the workflow; see `useKeyOf`. */
  readonly key: string
  /** Random, and different in every execution of a step. */
  readonly mark: string
}

/** The state with main's use; '' if there are no reports on GitHub. */
export const useStateName = 'reports'

/** Parses a saved use; undefined for anything else. */
export function readUse(text: string): Use | undefined {
  const [, key, mark] = /^(\w+) (\w+)$/.exec(text) ?? []
  return key === undefined || mark === undefined ? undefined : { key, mark }
}

export function writeUse({ key, mark }: Use): string {
  return `${key} ${mark}`
}
