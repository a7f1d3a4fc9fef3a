import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** A process that outlived its step. */
export interface Orphan {
  readonly pid: number
  readonly command: string
}

/**
 * Kills every process that still carries the given variable in its environment, as the runner does at
 * the end of a job with RUNNER_TRACKING_ID (JobExtension.cs). Linux only: it reads /proc.
 */
export function killOrphans(variable: string, value: string): ReadonlyArray<Orphan> {
  const mark = Buffer.from(`${variable}=${value}\0`)
  const killed: Array<Orphan> = []
  for (const pid of processIds()) {
    const environment = readProc(pid, 'environ')
    if (pid === process.pid || environment === null || !environment.includes(mark)) continue
    const command = readProc(pid, 'comm')?.toString('utf8').trim() ?? ''
    if (kill(pid)) killed.push({ pid, command })
  }
  return killed
}

/** A watch over processes, for the case that this process is killed and cannot clean up. */
export interface DeathWatch {
  /** Replaces the list of processes to kill. */
  readonly watch: (pids: ReadonlyArray<number>) => void
  readonly release: () => void
}

/**
 * Starts a shell that waits for our end of its stdin to close. When that happens without a release,
 * it kills what it was last told to watch and removes the given folder.
 */
export function startDeathWatch(folder: string): DeathWatch {
  const script = [
    'pids=; while read -r line; do pids=$line; done',
    '[ -z "$pids" ] || kill -KILL $pids',
    'rm -rf "$1"',
  ].join('; ')
  const shell = spawn('/bin/sh', ['-c', script, 'death-watch', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
    // A terminal's Ctrl-C must not end the watch together with what it watches over.
    detached: true,
  })
  // Without a shell the tests still work; only this safety net is missing.
  shell.on('error', () => {})
  shell.stdin.on('error', () => {})
  shell.unref()
  return {
    watch: (pids) => shell.stdin.write(`${pids.join(' ')}\n`),
    release: () => {
      shell.kill('SIGKILL')
      shell.stdin.destroy()
    },
  }
}

function processIds(): ReadonlyArray<number> {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
  } catch {
    // No /proc: not Linux, and nothing can be found.
    return []
  }
}

/** null when the process has gone, or is another user's. */
function readProc(pid: number, name: string): Buffer | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`)
  } catch {
    return null
  }
}

function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    // It ended between the look and the signal.
    return false
  }
}
