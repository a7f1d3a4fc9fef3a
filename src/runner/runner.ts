import * as core from '@actions/core'
import { firstCharacters, messageOf, plainLine } from '../plain-text.ts'

/** GitHub's runner. Except for the signed files of a job, nothing else in `src` uses `process` or `@actions/core`. */
export type Runner = ReturnType<typeof openRunner>

const annotations = {
  error: core.error,
  warning: core.warning,
  notice: core.notice,
} as const

/** The error codes of writes that nobody reads: a closed pipe, a terminal that hung up, a closed pipe on Windows. */
const unreadCodes: ReadonlyArray<unknown> = ['EPIPE', 'EIO', 'EOF']

/** How often a debug line checks that someone still reads. GitHub shows debug lines only if a repository enables them. */
const heartbeatMs = 10_000

/** Below GitHub's limit of 4,096 characters for a message (actions/runner, ExecutionContext.cs). */
const maxMessage = 4_000

/** Opens the runner of this process. What cannot be written is a warning, because a report never changes the verdict. */
export function openRunner(process: NodeJS.Process) {
  const env: Readonly<Record<string, string | undefined>> = process.env
  const streams = [process.stdout, process.stderr]
  // Without a listener, a failed write would end the process before the cleanup of its run.
  for (const stream of streams) stream.on('error', () => undefined)
  const annotate = (level: keyof typeof annotations, title: string, message: string) => {
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
  /** Prints one log line. Workflow commands in the text have no effect. */
  const line = (text: string) => core.info(plainLine(text))
  return {
    env,
    /** An input's text, untrimmed; '' if it is not set. */
    input: (name: string) => process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '',
    /** Masks a secret in everything that is printed from now on. */
    mask: core.setSecret,
    line,
    /** Prints lines under a title that expands. */
    group(title: string, lines: ReadonlyArray<string>) {
      core.startGroup(plainLine(title))
      for (const each of lines) line(each)
      core.endGroup()
    },
    /** Adds an annotation to the workflow run. GitHub keeps ten of a level per step. */
    annotate,
    output: (name: string, value: string) =>
      attempt(`Output '${name}'`, () => core.setOutput(name, value)),
    saveState: (name: string, value: string) =>
      attempt('State for the post step', () => core.saveState(name, value)),
    state: core.getState,
    async summary(markdown: string) {
      // Some other runners never set it, so this is not a warning.
      if (!process.env['GITHUB_STEP_SUMMARY'])
        return line(
          'No job summary was written, because this runner does not set GITHUB_STEP_SUMMARY.',
        )
      const writing = core.summary.addRaw(markdown).write()
      await writing.catch((error: unknown) => warn('The job summary could not be written', error))
    },
    /** Fails the step. The process still ends by itself, so that no output is lost. */
    fail() {
      process.exitCode = 1
    },
    /** Calls back at every request to stop: a signal, or output that nobody reads because the runner is gone. */
    onStop(callback: (source: 'signal' | 'unread') => void) {
      // The runner's second signal is SIGTERM, or SIGBREAK on Windows (actions/runner, ProcessInvoker.cs). SIGHUP comes when
      // the terminal of a self-hosted runner closes. Without a listener, each of them would end the process.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const)
        process.on(signal, () => callback('signal'))
      // A runner that is gone sends no signal. Only a write shows that nobody reads its pipes.
      setInterval(() => core.debug('Still running.'), heartbeatMs).unref()
      for (const stream of streams) {
        stream.on('error', (error) => {
          if ('code' in error && unreadCodes.includes(error.code)) callback('unread')
        })
      }
    },
  }
}
