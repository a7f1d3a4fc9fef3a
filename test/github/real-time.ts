import { onTestFinished } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import type { CallTime } from '../../src/github/call.ts'
import { connectGitHub } from '../../src/github/connect.ts'
import { openRepository, type Repository } from '../../src/github/repository.ts'
import { type GitHubSimulator, startGitHubSimulator } from '../github-simulator/server.ts'
import { sampleGitHubToken, type WorldOptions } from '../github-simulator/world.ts'

/** A simulator and a client that is connected to it. */
export interface Connected {
  readonly gitHub: GitHubSimulator
  readonly repository: Repository
}

/** Starts a simulator that ends with the test, and connects to it with the sample token. */
export async function connected(options: WorldOptions = {}): Promise<Connected> {
  const gitHub = await startGitHubSimulator(options)
  onTestFinished(gitHub.close)
  return { gitHub, repository: await clientOf(gitHub) }
}

/** One more client of the same simulator. */
export async function clientOf(
  { url }: Pick<GitHubSimulator, 'url'>,
  time?: CallTime,
): Promise<Repository> {
  const connect = await connectGitHub(sampleGitHubToken.value, url, process.env, systemClock)
  const address = { owner: 'octo-org', repo: 'analytics' }
  // Counted from here, because loading Octokit takes seconds on a busy machine.
  return openRepository(connect(time ?? timeOf(20_000)), address)
}

/** A time that ends in `ms` milliseconds. */
function timeOf(ms: number): CallTime {
  const untilMs = Date.now() + ms
  return { signal: AbortSignal.timeout(ms), untilMs: () => untilMs }
}
