import { originAndResult } from '../cancel/outcome.ts'
import { firstCharacters, shortened } from '../plain-text.ts'
import { type Conclusion, leadingOutcome, type Outcome } from '../run/outcome.ts'
import {
  code,
  escapeMarkdown,
  type Fact,
  factRow,
  folded,
  heading,
  runLink,
  summaryPage,
  table,
  withLinks,
} from './markdown.ts'
import { detailsOf } from './outputs.ts'
import {
  icons,
  pictureSection,
  runFacts,
  runLead,
  type ShownPicture,
  severalAdvice,
  severalHeadline,
  severalTable,
} from './overview.ts'
import { verdictOf } from './verdict.ts'
import { capitalised } from './words.ts'

/** The requested settings that a summary can show. */
export interface ShownSettings {
  /** Only names, because values can be personal or secret. */
  readonly parameterNames: ReadonlyArray<string>
  readonly viewId?: string
  readonly updatesPublishedResults: boolean
  readonly usesSqlCache: boolean
}

/**
 * The job summary of one run in Markdown: the result, what to do, pictures, facts.
 * @param waited what the run waited for, in one sentence; see createWaits.
 */
export function summaryOf(
  outcome: Outcome,
  settings: ShownSettings,
  pictures: ReadonlyArray<ShownPicture> = [],
  waited = '',
): string {
  return summaryPage(
    heading(icons[outcome.conclusion], verdictOf(outcome).headline),
    runLead(outcome),
    pictureSection(pictures),
    factRow([...runFacts(outcome), ...settingFacts(outcome, settings)]),
    waited && `⏳ ${waited}`,
    clearedList([outcome]),
    folded('Details', outcome.reason === 'invalid_input' ? '' : detailTable(outcome)),
  )
}

function detailTable(outcome: Outcome): string {
  const facts = detailsOf(outcome).map(([name, text]) => [capitalised(name), withLinks(text)])
  return table(
    ['', ''],
    facts.filter(([, value]) => value !== ''),
  )
}

/** The job summary of several runs: the result, what to do if one failed, a row for each, pictures, a timeline. */
export function severalSummaryOf(
  outcomes: ReadonlyArray<Outcome>,
  pictures: ReadonlyArray<ShownPicture> = [],
): string {
  return summaryPage(
    heading(icons[leadingOutcome(outcomes)?.conclusion ?? 'success'], severalHeadline(outcomes)),
    severalAdvice(outcomes),
    severalTable(outcomes),
    clearedList(outcomes),
    pictureSection(pictures),
    timelineOf(outcomes),
  )
}

function settingFacts(
  { conclusion }: Outcome,
  { parameterNames, viewId, updatesPublishedResults, usesSqlCache }: ShownSettings,
): ReadonlyArray<Fact> {
  const updates = updatesPublishedResults && conclusion !== 'skipped'
  const updateWords = conclusion === 'success' ? 'updated by this run' : 'update requested'
  return [
    [
      'Parameters',
      viewId === undefined
        ? parameterList(parameterNames)
        : `from the saved view ${code(firstCharacters(viewId, 100))}`,
    ],
    ['Published results', updates ? updateWords : ''],
    ['SQL cache', usesSqlCache ? '' : 'not used'],
  ]
}

/** Max names in the table's cell. */
const maxParameters = 50

function parameterList(names: ReadonlyArray<string>): string {
  const shown = names
    .slice(0, maxParameters)
    .map((name) => code(firstCharacters(name, 100)) || '(blank)')
  const rest = names.length - shown.length
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
}

/** Max runs in the list, to keep it readable. The `results` output contains up to 500. */
const maxCleared = 20

/** The runs that `cancel-active` chose, each with its result, as a Markdown list; '' if there are none. */
function clearedList(outcomes: ReadonlyArray<Outcome>): string {
  const runs = outcomes.flatMap(({ cleared = [] }) => cleared)
  if (runs.length === 0) return ''
  const lines = runs
    .slice(0, maxCleared)
    .map((each) => `- ${runLink(each.run)} ${escapeMarkdown(originAndResult(each))}`)
  const rest = runs.length - lines.length
  return [
    `Other active runs that ${code('cancel-active')} found:`,
    '',
    ...lines,
    ...(rest > 0 ? [`- and ${rest} more (see the ${code('results')} output)`] : []),
  ].join('\n')
}

/** Max bars: more are too thin to tell apart. Mermaid's own limit is 50,000 characters (`maxTextSize`). */
const maxBars = 60

/**
 * When the runs were active, as a Mermaid chart that GitHub draws; '' if the times of fewer than two are known. It follows
 * a table with the same facts, because e-mails and GitHub's mobile app do not draw it.
 */
function timelineOf(outcomes: ReadonlyArray<Outcome>): string {
  const bars = outcomes.flatMap(({ run, name, projectId, conclusion }, index) => {
    const startMs = Date.parse(run?.startTime ?? '')
    const endMs = Date.parse(run?.endTime ?? '')
    if (!(endMs >= startMs)) return []
    const tag = barTags[conclusion] ?? ''
    // A bar without a length is not drawn.
    const times = `${startMs}, ${Math.max(endMs, startMs + 1_000)}`
    return [`  ${barLabel(name ?? projectId)} :${tag}r${index}, ${times}`]
  })
  if (bars.length < 2) return ''
  const lines = [
    '```mermaid',
    'gantt',
    '  dateFormat x',
    '  axisFormat %H:%M:%S',
    ...bars.slice(0, maxBars),
    '```',
  ]
  const hidden = bars.length - maxBars
  if (hidden > 0) lines.push('', `Runs not shown: ${hidden}.`)
  return folded('Timeline', lines.join('\n'))
}

/** Mermaid's tags of tasks, which set the bar's color. */
const barTags: Readonly<Partial<Record<Conclusion, string>>> = {
  success: 'done, ',
  failure: 'crit, ',
  timed_out: 'crit, ',
  cancelled: 'active, ',
}

/** Mermaid can't quote a task's name, so characters with a meaning in Mermaid or Markdown are left out. */
function barLabel(name: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N} ._()/-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // A line that starts with a keyword of Mermaid would be read as one.
  return `Run ${shortened(plain, 40)}`.trim()
}
