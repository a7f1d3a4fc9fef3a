import {
  debug,
  endGroup,
  error as errorAnnotation,
  getState,
  info,
  notice as noticeAnnotation,
  saveState,
  setOutput,
  setSecret,
  startGroup,
  summary,
  warning as warningAnnotation,
} from '@actions/core'
import { firstCharacters, messageOf, plainLine } from '../plain-text.ts'

/** GitHub's runner as the actions see it. Nothing else in `src` touches `process` or `@actions/core`. */
export interface Runner {
  readonly env: Readonly<Record<string, string | undefined>>
  /** An input's text, untrimmed; '' when it was not given. */
  readonly input: (name: string) => string
  /** Hides a secret in everything that is printed from now on. */
  readonly mask: (secret: string) => void
  /** One line in the log; commands hidden in it do nothing. */
  readonly line: (text: string) => void
  /** Lines behind a heading that unfolds. */
  readonly group: (title: string, lines: ReadonlyArray<string>) => void
  /** A line that GitHub shows on the run's page and on the pull request; ten of a level a step. */
  readonly annotate: (level: 'error' | 'warning' | 'notice', title: string, message: string) => void
  readonly output: (name: string, value: string) => void
  readonly saveState: (name: string, value: string) => void
  readonly state: (name: string) => string
  readonly summary: (markdown: string) => Promise<void>
  /** The step fails. The process ends by itself when nothing is left to do, so that no output is lost. */
  readonly fail: () => void
  /** Calls back on every request to stop, until the process ends; a runner that no longer reads is one. */
  readonly onStop: (callback: (source: 'signal' | 'unread') => void) => void
}

const annotations = {
  error: errorAnnotation,
  warning: warningAnnotation,
  notice: noticeAnnotation,
} as const

/** What a write fails with when nobody reads any more: a closed pipe, a terminal that hung up, Windows' closed pipe. */
const nobodyReads: ReadonlyArray<unknown> = ['EPIPE', 'EIO', 'EOF']

/** How soon a runner that is gone is noticed. GitHub shows debug lines only where a repository turned them on. */
const heartbeatMs = 10_000

/** GitHub cuts an annotation's message at 4096 characters (actions/runner, ExecutionContext.cs). */
const maxMessage = 4_000

/** The runner of this process. What cannot be written is a warning: a report never changes the verdict. */
export function openRunner(process: NodeJS.Process): Runner {
  const streams = [process.stdout, process.stderr]
  // Without a listener a stream that cannot be written ends the process, and with it the cleanup of its run.
  for (const stream of streams) stream.on('error', () => undefined)
  const annotate: Runner['annotate'] = (level, title, message) => {
    const properties = { title: plainLine(title) }
    annotations[level](
      firstCharacters(message.split('\n').map(plainLine).join('\n'), maxMessage),
      properties,
    )
  }
  const attempt = (what: string, write: () => void) => {
    try {
      write()
    } catch (error) {
      annotate('warning', `${what} could not be written`, messageOf(error))
    }
  }
  return {
    env: process.env,
    input: (name) => process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '',
    mask: (secret) => setSecret(secret),
    line: (text) => info(plainLine(text)),
    group(title, lines) {
      startGroup(plainLine(title))
      for (const line of lines) info(plainLine(line))
      endGroup()
    },
    annotate,
    output: (name, value) => attempt(`Output '${name}'`, () => setOutput(name, value)),
    saveState: (name, value) => attempt('State for the post step', () => saveState(name, value)),
    state: (name) => getState(name),
    async summary(markdown) {
      if (!process.env['GITHUB_STEP_SUMMARY']) {
        // Runners other than GitHub's may have none, on every run.
        info('No job summary, because this runner does not set GITHUB_STEP_SUMMARY.')
        return
      }
      try {
        await summary.addRaw(markdown).write()
      } catch (error) {
        annotate('warning', 'The job summary could not be written', messageOf(error))
      }
    },
    fail() {
      process.exitCode = 1
    },
    onStop(callback) {
      // SIGTERM is Unix's second request, SIGBREAK Windows' (actions/runner, ProcessInvoker.cs); SIGHUP comes
      // when a self-hosted runner's terminal closes. Without a listener each of them would end the process.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const)
        process.on(signal, () => callback('signal'))
      // A runner that is gone sends no signal: nobody reads its pipes any more, which only a write tells.
      setInterval(() => debug('Still running.'), heartbeatMs).unref()
      for (const stream of streams) {
        stream.on('error', (error) => {
          if ('code' in error && nobodyReads.includes(error.code)) callback('unread')
        })
      }
    },
  }
}
