import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Graces, HostEvent, JobStatus, StepRequest } from './contract.ts'
import { githubContext, type JobFolders, RUNTIME_TOKEN, runnerContext } from './environment.ts'
import type { Manifest } from './manifest.ts'
import { createMasks, type Masks } from './masks.ts'
import { startDeathWatch } from './orphans.ts'
import type { Happening } from './step-log.ts'

/** ProcessInvoker.cs, `_sigintTimeout` and `_sigtermTimeout`, and its wait for open pipes. */
const RUNNER_GRACES: Graces = { sigintMs: 7_500, sigtermMs: 2_500, pipesMs: 5_000 }

/** What lives as long as the job: the stages share it and change `status` and `carriedOver`. */
export interface Job {
  readonly request: StepRequest
  readonly manifest: Manifest
  readonly folders: JobFolders
  readonly masks: Masks
  readonly graces: Graces
  /** Marks every process of the job: RUNNER_TRACKING_ID, or HOSTNAME inside a container. */
  readonly identity: { readonly variable: string; readonly value: string }
  readonly emit: (happening: Happening) => void
  readonly listen: (listener: (event: HostEvent) => void) => void
  status: JobStatus
  readonly carriedOver: {
    readonly env: Record<string, string>
    readonly path: Array<string>
    readonly state: Record<string, string>
  }
  readonly close: () => void
}

/**
 * Makes the folders, registers the secrets, writes the event.
 * @param beside a step of the same job: then these are its folders, masks and status, and the state is this step's own.
 */
export function openJob(request: StepRequest, manifest: Manifest, beside?: Job): Job {
  // A process sees the real name of its folder, and macOS reaches its temporary folder by a link.
  const root =
    beside === undefined
      ? realpathSync(mkdtempSync(path.join(tmpdir(), 'runner-host-')))
      : path.dirname(beside.folders.temp)
  const folders = beside?.folders ?? makeFolders(root, request)
  const masks = beside?.masks ?? createMasks()
  const token = request.githubToken ?? ''
  for (const secret of [token, RUNTIME_TOKEN, ...(request.secrets ?? [])]) masks.add(secret)
  const listeners = new Set<(event: HostEvent) => void>()
  if (request.onEvent !== undefined) listeners.add(request.onEvent)
  const deathWatch = startDeathWatch(root)
  const running = new Map<string, number>()
  // The number of a process that has ended may be another's soon, so it must not be watched longer.
  listeners.add((event) => {
    if (event.kind === 'stage-started') running.set(event.stage, event.pid)
    else if (event.kind === 'stage-ended') running.delete(event.stage)
    else return
    deathWatch.watch([...running.values()])
  })
  let status: JobStatus = 'success'
  return {
    request,
    manifest,
    folders,
    masks,
    graces: { ...RUNNER_GRACES, ...request.graces },
    identity: beside?.identity ?? identityOf(request),
    emit: (happening) => {
      const event: HostEvent = { ...happening, time: Date.now() }
      for (const listener of listeners) listener(event)
    },
    listen: (listener) => listeners.add(listener),
    get status() {
      return beside?.status ?? status
    },
    set status(next) {
      if (beside === undefined) status = next
      else beside.status = next
    },
    carriedOver: { env: {}, path: [], state: {} },
    close: () => {
      deathWatch.release()
      if (request.keep !== true && beside === undefined)
        rmSync(root, { recursive: true, force: true })
    },
  }
}

/** The contexts an input default may use (action_yaml.json, `input-default-context`). */
export function inputContexts(job: Job): Readonly<Record<string, unknown>> {
  return {
    github: githubContext(job.request, job.folders),
    runner: runnerContext(job.request, job.folders),
    job: { status: job.status },
    matrix: job.request.matrix ?? null,
    strategy: {
      'fail-fast': true,
      'job-index': 0,
      'job-total': 1,
      'max-parallel': 1,
      ...job.request.strategy,
    },
  }
}

function makeFolders(root: string, request: StepRequest): JobFolders {
  const temp = path.join(root, '_temp')
  const repository = (request.github?.repository ?? 'octo-org/analytics').split('/').at(-1) ?? ''
  const runnerWorkspace = path.join(root, repository)
  const workspace = request.workspace ?? path.join(runnerWorkspace, repository)
  const toolCache = path.join(root, '_tool')
  const eventFile = path.join(temp, '_github_workflow', 'event.json')
  for (const folder of [workspace, runnerWorkspace, toolCache, path.dirname(eventFile)]) {
    mkdirSync(folder, { recursive: true })
  }
  writeFileSync(eventFile, JSON.stringify(request.github?.event ?? {}))
  return { workspace, runnerWorkspace, temp, toolCache, eventFile }
}

/**
 * RUNNER_TRACKING_ID is set on the worker's own environment, which does not enter a job container;
 * there the container's HOSTNAME tells its processes apart.
 */
function identityOf(request: StepRequest): Job['identity'] {
  const plans = [request.cancel ?? []].flat()
  if (plans.some(({ mode }) => mode === 'container')) {
    return { variable: 'HOSTNAME', value: randomUUID().replaceAll('-', '').slice(0, 12) }
  }
  return { variable: 'RUNNER_TRACKING_ID', value: `github_${randomUUID()}` }
}
