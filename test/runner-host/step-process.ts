import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { StringDecoder } from 'node:string_decoder'

/** What to run and who listens. */
export interface ProcessRequest {
  readonly node: string
  readonly script: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** How long to wait, in milliseconds, for pipes a child still holds when node has exited. */
  readonly pipesMs: number
  readonly onLine: (line: string) => void
}

/** How the process ended; `failure` says why it never started. */
export interface ProcessEnd {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly failure: string | null
}

/** A running process. */
export interface StepProcess {
  /** null when it could not be started. */
  readonly pid: number | null
  /** Resolves when node has exited and both pipes are closed or given up. Never rejects. */
  readonly ended: Promise<ProcessEnd>
  /** Signals node alone, not its children; false when it has gone. */
  readonly kill: (signal: NodeJS.Signals) => boolean
  /** Nobody reads what the process writes any more. */
  readonly hangUp: () => void
  readonly stdout: () => Buffer
  readonly stderr: () => Buffer
}

/** Spawns node as ProcessInvoker.cs does: stdin closed at once, two pipes, no shell, same group. */
export function startProcess(request: ProcessRequest): StepProcess {
  const child = trySpawn(request)
  if (typeof child === 'string') return neverStarted(child)
  const stdout: Array<Buffer> = []
  const stderr: Array<Buffer> = []
  const streams = [
    { stream: child.stdout, chunks: stdout, lines: createLineSplitter(request.onLine) },
    { stream: child.stderr, chunks: stderr, lines: createLineSplitter(request.onLine) },
  ]
  for (const { stream, chunks, lines } of streams) {
    stream?.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      lines.write(chunk)
    })
  }
  // Registered before the end is awaited, so that a last line without an ending is not lost.
  child.once('close', () => {
    for (const { lines } of streams) lines.end()
  })
  // The action may be gone before its stdin is closed; that is no failure of the step.
  child.stdin?.on('error', () => {})
  child.stdin?.end()
  return {
    pid: child.pid ?? null,
    ended: endOf(child, request),
    kill: (signal) => child.exitCode === null && child.signalCode === null && child.kill(signal),
    hangUp: () => {
      for (const { stream } of streams) stream?.destroy()
    },
    stdout: () => Buffer.concat(stdout),
    stderr: () => Buffer.concat(stderr),
  }
}

/**
 * Splits bytes into lines as .NET's StreamReader does: LF, CR LF and a lone CR end a line. The last
 * line needs no ending.
 */
export function createLineSplitter(onLine: (line: string) => void) {
  const decoder = new StringDecoder('utf8')
  let pending = ''
  let endedWithReturn = false
  const take = (text: string) => {
    if (text === '') return
    const fresh = endedWithReturn && text.startsWith('\n') ? text.slice(1) : text
    endedWithReturn = text.endsWith('\r')
    const lines = (pending + fresh).split(/\r\n|\n|\r/)
    pending = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  }
  return {
    write: (chunk: Buffer) => take(decoder.write(chunk)),
    end: () => {
      take(decoder.end())
      if (pending !== '') onLine(pending)
      pending = ''
    },
  }
}

/** Too large an environment makes spawn throw; a missing binary makes it emit an error. */
function trySpawn({ node, script, cwd, env }: ProcessRequest): ChildProcess | string {
  try {
    return spawn(node, [script], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] })
  } catch (error) {
    return startFailure(node, cwd, error)
  }
}

function neverStarted(failure: string): StepProcess {
  return {
    pid: null,
    ended: Promise.resolve({ exitCode: null, signal: null, failure }),
    kill: () => false,
    hangUp: () => undefined,
    stdout: () => Buffer.alloc(0),
    stderr: () => Buffer.alloc(0),
  }
}

function endOf(child: ChildProcess, { node, cwd, pipesMs }: ProcessRequest): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    let giveUp: NodeJS.Timeout | undefined
    child.once('error', (error) => {
      if (child.pid !== undefined) return
      resolve({ exitCode: null, signal: null, failure: startFailure(node, cwd, error) })
    })
    child.once('exit', () => {
      giveUp = setTimeout(() => {
        child.stdout?.destroy()
        child.stderr?.destroy()
      }, pipesMs)
    })
    child.once('close', (code, signal) => {
      clearTimeout(giveUp)
      resolve({ exitCode: code ?? exitCodeOf(signal), signal, failure: null })
    })
  })
}

function exitCodeOf(signal: NodeJS.Signals | null): number | null {
  return signal === null ? null : 128 + constants.signals[signal]
}

/** The words of .NET's Process.Start. */
function startFailure(node: string, cwd: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const reasons: Readonly<Record<string, string>> = {
    E2BIG: 'Argument list too long',
    ENOENT: 'No such file or directory',
    EACCES: 'Permission denied',
  }
  const reason = reasons[code] ?? code
  return `An error occurred trying to start process '${node}' with working directory '${cwd}'. ${reason}`
}
