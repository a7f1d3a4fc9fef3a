import { isRunning } from './handover.ts'
import type { JobFolder, LineFile } from './job-folder.ts'

/** The turn of a process: `<project id>.<mark>.turn`; its other facts: `<mark>.runs`. */
const turnEnding = '.turn'
const runsEnding = '.runs'

/**
 * The other uses of the same token in this job, met through signed files in RUNNER_TEMP: parallel steps, and the post
 * steps after them. Each process writes only files of its own name, so nothing has to be locked. It takes a project by
 * writing that it does, and then looking whether another has: of two who do so at once, at least one sees the other, and
 * whoever sees another steps back. What a process that has ended wrote no longer holds anybody up.
 * What it returns is `Neighbours` of src/run/job-runs.ts.
 * @param mark tells this process from every other (`MainSide.mark`).
 */
export function openNeighbours(
  folder: JobFolder | undefined,
  mark: string,
  isAlive: (mark: string) => boolean = isRunning,
) {
  if (folder === undefined) return undefined
  let notes: LineFile | undefined
  const note = (line: string) => {
    try {
      notes ??= folder.create(`${mark}${runsEnding}`)
      notes?.add(line)
    } catch {
      // Then the others know less, and adopt less.
    }
  }
  const linesOfOthers = (isWanted: (other: string) => boolean = () => true) =>
    folder
      .names(runsEnding)
      .map((name) => name.slice(0, -runsEnding.length))
      .filter((other) => other !== mark && isWanted(other))
      .map((other) => folder.read(`${other}${runsEnding}`).lines)
  const idsIn = (files: ReadonlyArray<ReadonlyArray<string>>) =>
    files.flat().flatMap((line) => /^run (\S+)$/.exec(line)?.[1] ?? [])
  /** Is another process that still runs at its turn? */
  const isTaken = (projectId: string) =>
    folder.names(turnEnding).some((name) => {
      const [project = '', other = ''] = name.split('.')
      if (project !== projectId || other === mark) return false
      if (folder.read(name).lines[0] !== 'taken') return false
      if (isAlive(other)) return true
      folder.remove(name)
      return false
    })
  return {
    take(projectId: string) {
      if (isTaken(projectId)) return undefined
      const name = `${projectId}.${mark}${turnEnding}`
      folder.replace(name, 'taken')
      const release = () => folder.remove(name)
      if (!isTaken(projectId)) return release
      release()
      return undefined
    },
    disturb: (projectId: string) => note(`disturb ${projectId}`),
    settle: (projectId: string) => note(`settle ${projectId}`),
    isDisturbed: (projectId: string) =>
      linesOfOthers().some((lines) => {
        const count = (what: string) =>
          lines.filter((each) => each === `${what} ${projectId}`).length
        return count('disturb') > count('settle')
      }),
    add: (runId: string) => note(`run ${runId}`),
    ids: () => idsIn(linesOfOthers()),
    followed: () => idsIn(linesOfOthers(isAlive)),
  }
}
