/**
 * Searches for broken promises in virtual time, on all cores: `npm run simulate -- --schedules 1000000 [--seed N]`.
 * Without a number a million lives are played. Each seed from N on draws ten thousand of them; the same N plays the
 * same ones again. `--seed N --path P` plays the one life that was found there.
 */
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { type Finding, livesPerSeed, replayOf, search } from './search.ts'

const progressMs = 30_000
/** The first ones tell what is wrong, and the rest would be a flood. */
const mostStories = 10

/** What one process is to play. */
interface Share {
  readonly seed: number
  readonly lives: number
}

/** A process that died has neither finished its share nor found anything in it. */
interface Played extends Share {
  readonly finding?: Finding
  readonly died?: true
}

if (process.send === undefined) await lead()
else work()

async function lead(): Promise<void> {
  const { values } = parseArgs({
    options: {
      schedules: { type: 'string', default: '1000000' },
      seed: { type: 'string' },
      path: { type: 'string' },
    },
  })
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000))
  const lives = Number(values.schedules)
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(lives) || lives < 1)
    throw new Error('--schedules and --seed take whole numbers.')
  const played = values.path === undefined ? await playAll(seed, lives) : []
  const replayed = values.path === undefined ? undefined : await replay(seed, values.path)
  process.exitCode = played.some(isBad) || replayed !== undefined ? 1 : 0
}

async function replay(seed: number, path: string): Promise<Finding | undefined> {
  const finding = await search(seed, livesPerSeed, { path })
  console.log(finding?.story ?? 'This life keeps every promise.')
  return finding
}

async function playAll(seed: number, lives: number): Promise<ReadonlyArray<Played>> {
  const shares: ReadonlyArray<Share> = Array.from(
    { length: Math.ceil(lives / livesPerSeed) },
    (_, index) => ({
      seed: seed + index,
      lives: Math.min(livesPerSeed, lives - index * livesPerSeed),
    }),
  )
  const seeds = `seeds ${seed} to ${seed + shares.length - 1}`
  console.log(`${count(lives)} lives on ${availableParallelism()} cores, ${seeds}.`)
  const beganAtMs = performance.now()
  const played: Array<Played> = []
  const sum = () => sumOf(played, performance.now() - beganAtMs)
  const timer = setInterval(() => console.log(sum()), progressMs)
  const waiting = [...shares]
  const lane = async () => {
    for (let share = waiting.shift(); share !== undefined; share = waiting.shift()) {
      const one = await playElsewhere(share)
      played.push(one)
      if (isBad(one)) console.log(badNews(one, played.filter(isBad).length <= mostStories))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  clearInterval(timer)
  console.log(
    `${sum()}\nThe same search again: npm run simulate -- --schedules ${lives} --seed ${seed}`,
  )
  return played
}

/** Plays a share in a process of its own: what it did to memory goes with it, and one that dies takes no other along. */
function playElsewhere(share: Share): Promise<Played> {
  return new Promise((resolve) => {
    const child = fork(import.meta.filename)
    let finding: Finding | undefined
    child.on('message', (found: Finding) => {
      finding = found
    })
    child.on('exit', (code) =>
      resolve({
        ...share,
        ...(finding === undefined ? {} : { finding, lives: finding.lives }),
        ...(code === 0 ? {} : { died: true }),
      }),
    )
    child.send(share)
  })
}

function work(): void {
  process.once('message', async ({ seed, lives }: Share) => {
    const finding = await search(seed, lives)
    if (finding === undefined) process.disconnect()
    else process.send?.(finding, () => process.disconnect())
  })
}

function isBad({ finding, died }: Played): boolean {
  return finding !== undefined || died === true
}

function badNews({ seed, finding, died }: Played, whole: boolean): string {
  if (died === true) return `\nThe process that played seed ${seed} died.`
  if (finding === undefined) return ''
  const story = whole ? finding.story : finding.story.split('\n')[0]
  return `\n${story}\nPlay it alone: ${replayOf(finding)}\n`
}

function sumOf(played: ReadonlyArray<Played>, tookMs: number): string {
  const lives = played.reduce((sum, share) => sum + share.lives, 0)
  const bad = played.filter(isBad).length
  const verdict = bad === 0 ? 'no promise broken' : `${bad} seeds with a broken promise`
  const seconds = Math.round(tookMs / 1_000)
  const speed = `${count(Math.round(lives / (tookMs / 1_000)))} a second`
  return `${count(lives)} lives in ${seconds} s, ${speed}: ${verdict}.`
}

function count(number: number): string {
  return number.toLocaleString('en')
}
