import type { Annotation, HostEvent, StageName } from './contract.ts'
import type { Masks } from './masks.ts'

/** ExecutionContext.cs and the checks service: ten annotations of a type in a step. */
const ANNOTATIONS_PER_TYPE = 10
/** ExecutionContext.cs, `_maxIssueMessageLength`. */
const ANNOTATION_CHARACTERS = 4096

/** An event before it has a time. */
export type Happening = HostEvent extends infer Each
  ? Each extends HostEvent
    ? Omit<Each, 'time'>
    : never
  : never

/** The log of one stage as it is stored, and the annotations that came with it. */
export interface StepLog {
  /** Plain text; several lines are allowed. */
  readonly output: (text: string) => void
  /** Shown only when the job runs in debug mode. */
  readonly debug: (text: string) => void
  /** A marked line and, within the limits, an annotation. */
  readonly issue: (
    type: Annotation['type'],
    message: string,
    properties?: Readonly<Record<string, string>>,
  ) => void
  readonly lines: ReadonlyArray<string>
  readonly annotations: ReadonlyArray<Annotation>
  readonly annotationsDropped: () => number
}

/** An empty log. Masks apply when a line is written, not to what was written before. */
export function createStepLog(
  stage: StageName,
  masks: Masks,
  debugMode: boolean,
  emit: (event: Happening) => void,
): StepLog {
  const lines: Array<string> = []
  const annotations: Array<Annotation> = []
  let dropped = 0
  const write = (text: string) => {
    for (const line of masks.mask(text).split(/\r?\n/)) {
      lines.push(line)
      emit({ kind: 'log', stage, line })
    }
  }
  return {
    output: write,
    debug: (text) => {
      if (debugMode) write(`##[debug]${text}`)
    },
    issue: (type, message, properties = {}) => {
      const shown = masks.mask(message).slice(0, ANNOTATION_CHARACTERS)
      write(`##[${type}]${shown}`)
      if (annotations.filter((one) => one.type === type).length >= ANNOTATIONS_PER_TYPE) {
        dropped += 1
        return
      }
      const annotation = annotationOf(type, shown, properties, masks)
      annotations.push(annotation)
      emit({ kind: 'annotation', stage, annotation })
    },
    lines,
    annotations,
    annotationsDropped: () => dropped,
  }
}

/** The groups of a log; a group also ends where the next begins. */
export function groupsOf(lines: ReadonlyArray<string>) {
  const groups: Array<{ title: string; lines: Array<string> }> = []
  let isOpen = false
  for (const line of lines) {
    if (line.startsWith('##[group]')) {
      groups.push({ title: line.slice('##[group]'.length), lines: [] })
      isOpen = true
    } else if (line.startsWith('##[endgroup]')) {
      isOpen = false
    } else if (isOpen) {
      groups.at(-1)?.lines.push(line)
    }
  }
  return groups
}

function annotationOf(
  type: Annotation['type'],
  message: string,
  properties: Readonly<Record<string, string>>,
  masks: Masks,
): Annotation {
  const shown = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, masks.mask(value)]),
  )
  const title = shown.title
  return { type, message, ...(title === undefined ? {} : { title }), properties: shown }
}
