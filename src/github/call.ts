import { type Clock, sleep } from '../clock.ts'
import { GitHubError } from './errors.ts'
import { type GitHubRequest, NoReply, type Reply, type Send } from './exchange.ts'
import { waitBeforeRepeatMs } from './retry.ts'

/** The time for a report. */
export interface CallTime {
  /** Aborts requests when the time is up. */
  readonly signal: AbortSignal
  /** When the time is up, milliseconds since the epoch. An abort of the job can move it earlier. */
  readonly untilMs: () => number
}

/** One call, including its retries. */
export interface Call extends Omit<GitHubRequest, 'signal'> {
  /** The request is idempotent, so it can be retried after a lost response. */
  readonly repeatable: boolean
  readonly time: CallTime
}

export type Caller = (call: Call) => Promise<Reply>

/** GitHub usually responds within a second. A request that takes longer than this is better retried. */
const attemptMs = 10_000
const maxTries = 4

/** Makes calls to GitHub's API within their time. Every failure is a GitHubError. */
export function createGitHubCaller(send: Send, clock: Clock): Caller {
  return async (call) => {
    for (let tries = 1; ; tries += 1) {
      const reply = await attempt(send, clock, call)
      if ('status' in reply && reply.status >= 200 && reply.status < 300) return reply
      const waitMs = waitBeforeRepeatMs(reply, call.repeatable, tries, clock.now())
      const inTime = waitMs !== undefined && clock.now() + waitMs < call.time.untilMs()
      if (!inTime || tries >= maxTries || call.time.signal.aborted) {
        throw new GitHubError(pathOf(call), reply)
      }
      await sleep(clock, waitMs, call.time.signal)
    }
  }
}

async function attempt(
  send: Send,
  clock: Clock,
  { route, parameters, time }: Call,
): Promise<Reply | NoReply> {
  if (time.signal.aborted || clock.now() >= time.untilMs()) {
    return new NoReply('No time was left for the request.')
  }
  const controller = new AbortController()
  const end = () => controller.abort()
  const forget = clock.after(attemptMs, end)
  time.signal.addEventListener('abort', end)
  try {
    return await send({ route, parameters, signal: controller.signal })
  } catch (error) {
    if (!(error instanceof NoReply)) throw error
    return controller.signal.aborted ? new NoReply('No response in time.') : error
  } finally {
    forget()
    time.signal.removeEventListener('abort', end)
  }
}

/** The route with its parameters filled in, for error messages. */
function pathOf({ route, parameters }: Call): string {
  return route.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole))
}
