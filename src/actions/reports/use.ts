import { randomBytes } from 'node:crypto'

/** This use of the action: one step of one attempt of one job. */
export interface Use {
  /** The same in the next run of the workflow; see `useKeyOf`. */
  readonly key: string
  /** Random, and different in every execution of a step. */
  readonly mark: string
}

/** The name of the state in which main saves its use for the post step; '' if there are no reports on GitHub. */
export const useStateName = 'reports'

/** Creates the use of this step. */
export function newUse(key: string): Use {
  return { key, mark: randomBytes(8).toString('hex') }
}

/** Parses a saved use; undefined for anything else. */
export function readUse(text: string): Use | undefined {
  const [, key, mark] = /^(\w+) (\w+)$/.exec(text) ?? []
  return key === undefined || mark === undefined ? undefined : { key, mark }
}

export function writeUse({ key, mark }: Use): string {
  return `${key} ${mark}`
}
