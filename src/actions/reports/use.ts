import { randomBytes } from 'node:crypto'

/** This use of the action: one step of one attempt of one job. */
export interface Use {
  /** The same in the next run of the workflow; see `useKeyOf`. */
  readonly key: string
  /** Random: no other execution of any step has it. */
  readonly mark: string
}

/** The name under which main keeps its use for the post step; '' when there are no reports on GitHub. */
export const useStateName = 'reports'

/** A use that begins. */
export function newUse(key: string): Use {
  return { key, mark: randomBytes(8).toString('hex') }
}

/** Reads it back; undefined for anything else. */
export function readUse(text: string): Use | undefined {
  const [, key, mark] = /^(\w+) (\w+)$/.exec(text) ?? []
  return key === undefined || mark === undefined ? undefined : { key, mark }
}

export function writeUse({ key, mark }: Use): string {
  return `${key} ${mark}`
}
