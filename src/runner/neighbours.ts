import type { Clock } from '../clock.ts'
import { isRunning } from './handover.ts'
import type { JobFolder, LineFile } from './job-folder.ts'

/**
 * The claim of a process on a project is in `<project id>.<mark>.claim`, and a start of it whose result stayed unknown in
 * `<project id>.<mark>.lost`. Both contain their time. Its other facts are in `<mark>.runs`.
 */
const claimEnding = '.claim'
const lostEnding = '.lost'
const runsEnding = '.runs'

/**
 * So long after a claim, its start has had its effect, if any: listing the runs takes at most 70 s, and Hex creates a run
 * within 75 s of the request (`maxCreationMs` in src/run/lookup.ts). Twice that.
 */
const effectMs = 300_000

/**
 * The other processes of this job that use the same token: parallel steps and their post steps. They exchange signed files
 * in RUNNER_TEMP. Each process writes only its own files, so no locks are needed. To claim a project, a process writes its
 * claim, then checks for other claims, and withdraws if there is one. So of two that claim at the same time, at least one
 * sees the other. A process that was killed leaves its claim, which blocks nobody. Implements `Neighbours` of
 * src/run/job-runs.ts.
 * @param mark identifies this process (`ownMark`).
 */
export function openNeighbours(
  folder: JobFolder | undefined,
  mark: string,
  clock: Pick<Clock, 'now'>,
  isAlive: (mark: string) => boolean = isRunning,
) {
  if (folder === undefined) return undefined
  let notes: LineFile | undefined
  const note = (line: string) => {
    // If this fails, the other processes know less, so after a lost response they report a run instead of adopting it.
    notes ??= folder.create(`${mark}${runsEnding}`)
    notes?.add(line)
  }
  const linesOfOthers = (isWanted: (other: string) => boolean = () => true) =>
    folder
      .names(runsEnding)
      .map((name) => name.slice(0, -runsEnding.length))
      .filter((other) => other !== mark && isWanted(other))
      .map((other) => folder.read(`${other}${runsEnding}`))
  const runIdsIn = (files: ReadonlyArray<ReadonlyArray<string>>) =>
    files.flat().flatMap((line) => /^run (\S+)$/.exec(line)?.[1] ?? [])
  /** The processes whose files on the project have this ending, and whether a start from that time can still have an effect. */
  const claimsIn = (ending: string, projectId: string) =>
    folder.names(ending).flatMap((name) => {
      const [project, by = ''] = name.split('.')
      const [atMs] = folder.read(name)
      if (project !== projectId || atMs === undefined) return []
      return [{ by, isRecent: clock.now() - Number(atMs) < effectMs }]
    })
  const claimsOn = (projectId: string) => {
    const others = claimsIn(claimEnding, projectId).filter(({ by }) => by !== mark)
    const lost = claimsIn(lostEnding, projectId)
    return {
      isClaimed: others.some(({ by }) => isAlive(by)),
      // A process that was killed with its claim may have sent a start, whose run can still appear.
      isLost: [...others, ...lost].some(({ isRecent }) => isRecent),
    }
  }
  const isDisturbed = (projectId: string, isWanted?: (other: string) => boolean) =>
    linesOfOthers(isWanted).some((lines) => {
      const count = (what: string) => lines.filter((each) => each === `${what} ${projectId}`).length
      return count('disturb') > count('settle')
    })
  const nameOf = (projectId: string, ending: string) => `${projectId}.${mark}${ending}`
  return {
    claim(projectId: string) {
      if (claimsOn(projectId).isClaimed) return undefined
      const name = nameOf(projectId, claimEnding)
      folder.replace(name, String(clock.now()))
      const release = () => folder.remove(name)
      const { isClaimed, isLost } = claimsOn(projectId)
      if (!isClaimed) return { release, isLost }
      release()
      return undefined
    },
    isClaimed: (projectId: string) =>
      claimsOn(projectId).isClaimed || isDisturbed(projectId, isAlive),
    lost: (projectId: string) => folder.replace(nameOf(projectId, lostEnding), String(clock.now())),
    disturb: (projectId: string) => note(`disturb ${projectId}`),
    settle: (projectId: string) => note(`settle ${projectId}`),
    isDisturbed,
    add: (runId: string) => note(`run ${runId}`),
    ids: () => runIdsIn(linesOfOthers()),
    followed: () => runIdsIn(linesOfOthers(isAlive)),
  }
}
