import type { Identifiers } from './identifiers.ts'
import type { RunPlan } from './runs.ts'

/** A project as a test or a workspace file writes it. Times are ISO 8601. */
export interface ProjectSeed {
  readonly id?: string
  readonly title?: string
  readonly description?: string | null
  readonly type?: 'PROJECT' | 'COMPONENT'
  /** The published version. */
  readonly version?: number
  readonly createdAt?: string
  readonly lastEditedAt?: string
  /** Null: never published, so it cannot be run. */
  readonly lastPublishedAt?: string | null
  readonly archivedAt?: string | null
  readonly trashedAt?: string | null
  readonly publishedResultsUpdatedAt?: string | null
  readonly ownerEmail?: string
  readonly creatorEmail?: string
  readonly status?: string | null
  readonly categories?: ReadonlyArray<string>
  /** Ids of the collections it is in. */
  readonly collectionIds?: ReadonlyArray<string>
  /** What GetQueriedTables tells of it. */
  readonly queriedTables?: ReadonlyArray<QueriedTable>
  readonly schedules?: ReadonlyArray<Schedule>
  /** The inputs added to the published app. */
  readonly inputs?: ReadonlyArray<InputDeclaration>
  /** Ids of saved views. */
  readonly savedViews?: ReadonlyArray<string>
  readonly cells?: ReadonlyArray<Cell>
  /** The app's setting "Show results from a publish, or scheduled run". Default true. */
  readonly showsPublishedResults?: boolean
  /** What the token's user may do. Default edit; a project without access answers 404. */
  readonly access?: 'edit' | 'view' | 'none'
  /** One plan for each run that is started, in order; the last one repeats. */
  readonly plans?: ReadonlyArray<RunPlan>
}

/** A project as the world keeps it. */
export type Project = Required<ProjectSeed> & {
  startedRuns: number
  readonly sharing: Sharing
}

/** Access levels of a project: of everybody, and by the ids of users, groups and collections. */
export interface Sharing {
  readonly workspace: string
  readonly publicWeb: string
  readonly users: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  readonly collections: ReadonlyMap<string, string>
}

/** A table of a warehouse that the project reads. */
export interface QueriedTable {
  readonly dataConnectionId: string
  readonly dataConnectionName: string
  readonly tableName: string
}

/** `dataType` and `inputCellType` come back in a 422; Hex does not document their words. */
export interface InputDeclaration {
  readonly name: string
  readonly dataType: 'STRING' | 'NUMBER' | 'BOOLEAN' | 'DATE' | 'ARRAY' | 'ANY'
  readonly inputCellType?: string
}

/** A cell of the published app. Pictures exist of the native chart types alone. */
export interface Cell {
  readonly staticId: string
  readonly cellType: string
  readonly label?: string | null
  /** Of a CODE, SQL or MARKDOWN cell. */
  readonly source?: string
  readonly dataConnectionId?: string | null
}

/** A schedule; the key of its cadence, in small letters, says when. */
export interface Schedule {
  readonly cadence: 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'CUSTOM'
  readonly enabled: boolean
  readonly hourly?: { readonly minute: number; readonly timezone: string }
  readonly daily?: { readonly hour: number; readonly minute: number; readonly timezone: string }
}

/** Fills in a project's defaults: a published project that its user may edit and run. */
export function projectFrom(seed: ProjectSeed, identifiers: Identifiers, atMs: number): Project {
  return {
    title: 'Weekly revenue',
    description: null,
    type: 'PROJECT',
    version: 1,
    createdAt: '2025-03-03T09:00:00.000Z',
    lastEditedAt: '2025-06-02T14:10:00.000Z',
    lastPublishedAt: '2025-06-02T14:12:00.000Z',
    archivedAt: null,
    trashedAt: null,
    publishedResultsUpdatedAt: null,
    ownerEmail: 'robin.vega@example.com',
    creatorEmail: 'robin.vega@example.com',
    status: null,
    categories: [],
    collectionIds: [],
    queriedTables: [],
    schedules: [],
    inputs: [],
    savedViews: [],
    cells: [],
    showsPublishedResults: true,
    access: 'edit',
    plans: [],
    ...seed,
    id: seed.id ?? identifiers.uuid(atMs),
    startedRuns: 0,
    sharing: {
      workspace: 'NONE',
      publicWeb: 'NONE',
      users: new Map(),
      groups: new Map(),
      collections: new Map((seed.collectionIds ?? []).map((each) => [each, 'CAN_VIEW'])),
    },
  }
}

/** The plan of the next run to start. Starting it is counted. */
export function takePlan(project: Project): RunPlan {
  const plan = project.plans[project.startedRuns] ?? project.plans.at(-1) ?? {}
  project.startedRuns += 1
  return plan
}
