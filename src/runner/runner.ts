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

/** GitHub's runner. Except for the signed files of a job, nothing else in `src` uses `process` or `@actions/core`. */
export interface Runner {
  readonly env: Readonly<Record<string, string | undefined>>
  /** An input's text, untrimmed; '' if it is not set. */
  readonly input: (name: string) => string
  /** Masks a secret in everything that is printed from now on. */
  readonly mask: (secret: string) => void
  /** Prints one log line. Workflow commands in the text have no effect. */
  readonly line: (text: string) => void
  /** Prints lines under a title that expands. */
  readonly group: (title: string, lines: ReadonlyArray<string>) => void
  /** Adds an annotation to the workflow run. GitHub keeps ten of a level per step. */
  readonly annotate: (level: 'error' | 'warning' | 'notice', title: string, message: string) => void
  readonly output: (name: string, value: string) => void
  readonly saveState: (name: string, value: string) => void
  readonly state: (name: string) => string
  readonly summary: (markdown: string) => Promise<void>
  /** Fails the step. The process still ends by itself, so that no output is lost. */
  readonly fail: () => void
  /** Calls back at every request to stop: a signal, or output that nobody reads because the runner is gone. */
  readonly onStop: (callback: (source: 'signal' | 'unread') => void) => void
}

const annotations = {
  error: errorAnnotation,
  warning: warningAnnotation,
  notice: noticeAnnotation,
} as const

/** The error codes of writes that nobody reads: a closed pipe, a terminal that hung up, a closed pipe on Windows. */
const unreadCodes: ReadonlyArray<unknown> = ['EPIPE', 'EIO', 'EOF']

/** How often a debug line checks that someone still reads. GitHub shows debug lines only if a repository enables them. */
const heartbeatMs = 10_000

/** Below GitHub's limit of 4,096 characters for a message (actions/runner, ExecutionContext.cs). */
const maxMessage = 4_000

/** Opens the runner of this process. What cannot be written is a warning, because a report never changes the verdict. */
export function openRunner(process: NodeJS.Process): Runner {
  const streams = [process.stdout, process.stderr]
  // Without a listener, a failed write would end the process before the cleanup of its run.
  for (const stream of streams) stream.on('error', () => undefined)
  const annotate: Runner['annotate'] = (level, title, message) => {
    const text = message.split('\n').map(plainLine).join('\n')
    annotations[level](firstCharacters(text, maxMessage), { title: plainLine(title) })
  }
  const warn = (title: string, error: unknown) => annotate('warning', title, messageOf(error))
  const attempt = (what: string, write: () => void) => {
    try {
      write()
    } catch (error) {
      warn(`${what} could not be written`, error)
    }
  }
  return {
    env: process.env,
    input: (name) => process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '',
    mask: setSecret,
    line: (text) => info(plainLine(text)),
    group(title, lines) {
      startGroup(plainLine(title))
      for (const line of lines) info(plainLine(line))
      endGroup()
    },
    annotate,
    output: (name, value) => attempt(`Output '${name}'`, () => setOutput(name, value)),
    saveState: (name, value) => attempt('State for the post step', () => saveState(name, value)),
    state: getState,
    async summary(markdown) {
      if (!process.env['GITHUB_STEP_SUMMARY']) {
        // Some other runners never set it, so this is not a warning.
        info('No job summary, because this runner does not set GITHUB_STEP_SUMMARY.')
        return
      }
      await summary
        .addRaw(markdown)
        .write()
        .catch((error: unknown) => warn('The job summary could not be written', error))
    },
    fail() {
      process.exitCode = 1
    },
    onStop(callback) {
      // The runner's second signal is SIGTERM, or SIGBREAK on Windows (actions/runner, ProcessInvoker.cs). SIGHUP comes when
      // the terminal of a self-hosted runner closes. Without a listener, each of them would end the process.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const)
        process.on(signal, () => callback('signal'))
      // A runner that is gone sends no signal. Only a write shows that nobody reads its pipes.
      setInterval(() => debug('Still running.'), heartbeatMs).unref()
      for (const stream of streams) {
        stream.on('error', (error) => {
          if ('code' in error && unreadCodes.includes(error.code)) callback('unread')
        })
      }
    },
  }
}
