import type { ChildProcess } from 'node:child_process'
import { Readable, Writable } from 'node:stream'

/** Chromium did not start, ended early, or answered a DevTools command with an error. */
export class DevToolsError extends Error {
  override readonly name = 'DevToolsError'
}

/** A connection to one browser by the Chrome DevTools Protocol. */
export type DevTools = {
  /**
   * Sends a command and gives its result. `sessionId` names the page it is for; without one the
   * command is for the browser.
   *
   * @throws DevToolsError with the protocol's message, or with the end of what Chromium wrote to
   *   its standard error when it has ended.
   */
  readonly send: (
    method: string,
    parameters?: Readonly<Record<string, unknown>>,
    sessionId?: string,
  ) => Promise<Message>
  /** Resolves at the next event of that name from any page; rejects when Chromium has ended. */
  readonly nextEvent: (method: string) => Promise<void>
}

/** A JSON object of the protocol, not yet looked into. */
export type Message = Readonly<Record<string, unknown>>

/**
 * Speaks DevTools over the two extra pipes of a Chromium started with `--remote-debugging-pipe`:
 * commands go to its descriptor 3, answers come from its descriptor 4, each message JSON ended by a
 * NUL (Chromium, `content/browser/devtools/devtools_pipe_handler.cc`). No port is opened.
 */
export const connectDevTools = (chromium: ChildProcess): DevTools => {
  const commands = chromium.stdio[3]
  const answers = chromium.stdio[4]
  if (!(commands instanceof Writable && answers instanceof Readable)) {
    throw new DevToolsError('Chromium was started without pipes on its descriptors 3 and 4.')
  }
  const failure = endOf(chromium)
  // Whoever waits sees the failure; when nobody waits, it is the expected end.
  failure.catch(() => undefined)
  // Writing to a browser that has ended fails here, and `failure` tells why.
  commands.on('error', () => undefined)

  const answerListeners = new Map<number, (answer: Message) => void>()
  const eventListeners = new Map<string, () => void>()
  onMessages(answers, (message) => {
    if (typeof message.id === 'number') answerListeners.get(message.id)?.(message)
    if (typeof message.method === 'string') eventListeners.get(message.method)?.()
  })

  let commandCount = 0
  return {
    send: async (method, parameters = {}, sessionId) => {
      commandCount += 1
      const id = commandCount
      const answered = new Promise<Message>((resolve) => answerListeners.set(id, resolve))
      const page = sessionId === undefined ? {} : { sessionId }
      commands.write(`${JSON.stringify({ id, method, params: parameters, ...page })}\0`)
      const answer = await Promise.race([answered, failure])
      answerListeners.delete(id)
      if (isMessage(answer.result)) return answer.result
      throw new DevToolsError(`${method}: ${JSON.stringify(answer.error)}`)
    },
    nextEvent: (method) =>
      Promise.race([
        new Promise<void>((resolve) => eventListeners.set(method, () => resolve())),
        failure,
      ]),
  }
}

const endOf = (chromium: ChildProcess): Promise<never> =>
  new Promise((_resolve, reject) => {
    let standardError = ''
    chromium.stderr?.setEncoding('utf8').on('data', (text: string) => {
      standardError = (standardError + text).slice(-2000)
    })
    chromium.once('error', (cause) => {
      reject(new DevToolsError(`Chromium did not start: ${cause.message}`, { cause }))
    })
    chromium.once('close', (code, signal) => {
      reject(
        new DevToolsError(`Chromium ended (${signal ?? `exit code ${code}`}): ${standardError}`),
      )
    })
  })

const onMessages = (answers: Readable, listen: (message: Message) => void): void => {
  let unfinished = ''
  answers.setEncoding('utf8').on('data', (text: string) => {
    const parts = (unfinished + text).split('\0')
    unfinished = parts.pop() ?? ''
    for (const part of parts) {
      const message: unknown = JSON.parse(part)
      if (isMessage(message)) listen(message)
    }
  })
}

const isMessage = (value: unknown): value is Message => typeof value === 'object' && value !== null
