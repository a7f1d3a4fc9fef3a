import { isRunning } from './handover.ts'
import type { JobFolder, LineFile } from './job-folder.ts'

/** The claim of a process on a project is in `<project id>.<mark>.turn`. Its other facts are in `<mark>.runs`. */
const turnEnding = '.turn'
const runsEnding = '.runs'

/**
 * The other processes of this job that use the same token: parallel steps and their post steps. They exchange signed files
 * in RUNNER_TEMP. Each process writes only its own files, so no locks are needed. To claim a project, a process writes its
 * claim, then checks for other claims, and withdraws if there is one. So of two that claim at the same time, at least one
 * sees the other. A process that was killed leaves its claim, which blocks nobody. Implements `Neighbours` of src/run/job-runs.ts.
 * @param mark identifies this process (`MainSide.mark`).
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
      // The other processes know less, so after a lost response they report a run instead of adopting it.
    }
  }
  const linesOfOthers = (isWanted: (other: string) => boolean = () => true) =>
    folder
      .names(runsEnding)
      .map((name) => name.slice(0, -runsEnding.length))
      .filter((other) => other !== mark && isWanted(other))
      .map((other) => folder.read(`${other}${runsEnding}`).lines)
  const runIdsIn = (files: ReadonlyArray<ReadonlyArray<string>>) =>
    files.flat().flatMap((line) => /^run (\S+)$/.exec(line)?.[1] ?? [])
  /** Whether the processes that claimed the project, and did not withdraw, still run. */
  const claimsOn = (projectId: string) =>
    folder.names(turnEnding).flatMap((name) => {
      const [project, other = ''] = name.split('.')
      const isClaim =
        project === projectId && other !== mark && folder.read(name).lines[0] === 'taken'
      return isClaim ? [isAlive(other)] : []
    })
  return {
    take(projectId: string) {
      if (claimsOn(projectId).includes(true)) return undefined
      const name = `${projectId}.${mark}${turnEnding}`
      folder.replace(name, 'taken')
      const release = () => folder.remove(name)
      const others = claimsOn(projectId)
      // A process that was killed in its turn may have sent a start, whose run can still appear.
      if (!others.includes(true)) return { release, isAbandoned: others.length > 0 }
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
    ids: () => runIdsIn(linesOfOthers()),
    followed: () => runIdsIn(linesOfOthers(isAlive)),
  }
}
