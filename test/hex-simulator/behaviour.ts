import type { LimitOptions } from './limits.ts'

/**
 * How this world's Hex behaves wherever Hex's sources are silent, vary between versions of the
 * API, or contradict each other. The `generation` chooses defaults that belong together: 2025 is
 * the mid-2025 OpenAPI spec, 2026 the mid-2026 one.
 */
export interface Behaviour {
  readonly generation: Generation
  /** The base of every URL in an answer. */
  readonly host: string
  /** GetRunStatus and GetProjectRuns: a string since 2026, an integer before. */
  readonly projectVersionAs: 'string' | 'integer'
  /** Whether runs carry `runTrigger`; the 2025 spec has no such field. */
  readonly runTriggerShown: boolean
  /** GetProjectRuns without `runTriggerFilter`: the 2025 spec lists runs of the API alone. */
  readonly listedByDefault: 'all' | 'api-only'
  /** No source states the order of GetProjectRuns. */
  readonly listingOrder: 'newest-first' | 'oldest-first'
  /** How long a new run stays out of GetProjectRuns. */
  readonly listingLagMs: number
  /** How long a new run answers 404 to GetRunStatus and CancelRun. */
  readonly readingLagMs: number
  /** The 2025 spec says both that unknown inputs are ignored and that a 422 lists them. */
  readonly unknownInputs: 'ignored' | 'refused'
  /** Keys of a body that the spec does not have: forbidden in RunProject's in 2025. */
  readonly unknownBodyKeys: 'ignored' | 'refused'
  /**
   * "true" and "false" where the spec wants a boolean, as the overview page's own samples send them. tsoa, which
   * made the older endpoints, takes them for booleans by default; no source says what the newer ones do.
   */
  readonly stringBooleans: 'coerced' | 'refused'
  /** A project or run that does not exist, or that the token may not see, on the operations on runs. */
  readonly notFoundAs: 400 | 403 | 404 | 422
  /**
   * Me for a workspace token: DataHub says that it needs the scope to read users. The 2025 spec has no such
   * operation, so an older Hex answers 404.
   */
  readonly meAnswers: 'any-token' | 'with-scope' | 'not-found'
  /**
   * `updatePublishedResults` together with `inputParams`. The API was seen to refuse it; the
   * overview page says that the inputs are ignored, the 2025 spec that the flag is.
   */
  readonly publishWithInputs: 'refused' | 'inputs-ignored' | 'flag-ignored'
  /** What a dry run looks at; the docs only speak of the structure of the call. */
  readonly dryRunChecks: 'structure' | 'project'
  /** CancelRun on a run that has ended. */
  readonly finishedRunCancel: 'refused' | 'accepted'
  /** From an accepted CancelRun to KILLED, unless the run's plan says otherwise. */
  readonly cancelTakesMs: number
  /** Whether the scope `Run projects` lets a token read projects and runs too. */
  readonly runScopeReads: boolean
  /** Hex's default: 25 kernels per user, those of the UI included (API overview page). */
  readonly kernelLimit: number
  /** Kernels that the token's user holds in notebooks, outside the API. */
  readonly uiKernels: number
  readonly limits: LimitOptions
  /** Whether GetQueriedTables may be called; other plans get 403. */
  readonly enterprisePlan: boolean
  /** Whether the organisation may export projects; the spec says that this varies. */
  readonly exportsAllowed: boolean
  /** Me gives the token's expiry as a number, in a unit that the spec does not name. */
  readonly expiryUnit: 'seconds' | 'milliseconds'
  /** Another Hex host than the token's answers 401 to everything, as a bad token does. */
  readonly wrongHost: boolean
  /** How far Hex's clock is ahead: shows in `Date` and in the times of runs. */
  readonly clockSkewMinutes: number
  /** Ids of runs: version 7, as public ones of 2025 are, or 4, as the spec of 2022 demanded. */
  readonly runIdVersion: 4 | 7
  /** How long an ordinary answer takes. */
  readonly latencyMs: number
}

export type Generation = '2025' | '2026'

/** What a world's author may set; everything else follows from the generation. */
export type BehaviourOptions = Partial<Omit<Behaviour, 'limits'>> & {
  readonly limits?: Partial<LimitOptions> | 'off'
}

/** Fills in what the author left open. */
export function resolveBehaviour(options: BehaviourOptions): Behaviour {
  const generation = options.generation ?? '2026'
  return {
    ...sharedDefaults,
    ...(generation === '2025' ? defaults2025 : defaults2026),
    ...options,
    generation,
    limits: resolveLimits(options.limits),
  }
}

/** Applies changes to a world that is running; what is not named stays. */
export function changeBehaviour(current: Behaviour, changes: BehaviourOptions): Behaviour {
  const limits =
    changes.limits === undefined
      ? current.limits
      : resolveLimits(changes.limits === 'off' ? 'off' : { ...current.limits, ...changes.limits })
  return { ...current, ...changes, limits }
}

function resolveLimits(limits: Partial<LimitOptions> | 'off' | undefined): LimitOptions {
  if (limits === 'off') return { ...limitDefaults, enforced: false }
  return { ...limitDefaults, ...limits }
}

// The API overview page for all endpoints; the spec's group `hex-api`; the 2025 spec for RunProject.
const limitDefaults: LimitOptions = {
  enforced: true,
  window: 'first-request',
  allPerMinute: 60,
  hexApiPerMinute: 30,
  hexApiPerHour: 1_800,
  runProjectPerMinute: 20,
  runProjectPerHour: 60,
  chartImagePerMinute: 20,
  usersPerMinute: 30,
  retryAfter: 'seconds',
  rateHeaders: 'none',
}

const sharedDefaults = {
  host: 'https://app.hex.tech',
  listingOrder: 'newest-first',
  listingLagMs: 0,
  readingLagMs: 0,
  unknownInputs: 'ignored',
  stringBooleans: 'refused',
  notFoundAs: 404,
  meAnswers: 'any-token',
  publishWithInputs: 'refused',
  dryRunChecks: 'structure',
  finishedRunCancel: 'refused',
  cancelTakesMs: 0,
  runScopeReads: true,
  kernelLimit: 25,
  uiKernels: 0,
  enterprisePlan: true,
  exportsAllowed: true,
  expiryUnit: 'seconds',
  wrongHost: false,
  clockSkewMinutes: 0,
  runIdVersion: 7,
  latencyMs: 0,
} as const

const defaults2025 = {
  projectVersionAs: 'integer',
  runTriggerShown: false,
  listedByDefault: 'api-only',
  unknownBodyKeys: 'refused',
} as const

const defaults2026 = {
  projectVersionAs: 'string',
  runTriggerShown: true,
  listedByDefault: 'all',
  unknownBodyKeys: 'ignored',
} as const
