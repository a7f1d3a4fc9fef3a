import { stripVTControlCharacters } from 'node:util'
import type { HostEvent } from './contract.ts'

/** Where the text goes and how it looks. */
export interface LogPrinterOptions {
  /** Receives whole lines, each with its line feed. */
  readonly write: (text: string) => void
  /** ANSI colours, for a terminal; without them, colours in the action's own output go, too. */
  readonly colours: boolean
}

const COLOURS = { red: 31, yellow: 33, blue: 34, magenta: 35, dim: 2, bold: 1 } as const

/**
 * Prints events as a person sees the job page: groups with ▸ and indentation, `Error:`, `Warning:`
 * and `Notice:` in their colours, secrets as `***` (they are masked already). What the page does not
 * say — cancels, signals, killed processes — comes as dimmed remarks after `»`.
 */
export function createLogPrinter(options: LogPrinterOptions): (event: HostEvent) => void {
  let isInGroup = false
  const paint = (text: string, colour: keyof typeof COLOURS) =>
    options.colours ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text
  const line = (text: string) => options.write(`${isInGroup ? '  ' : ''}${text}\n`)
  const remark = (text: string) => options.write(`${paint(`» ${text}`, 'dim')}\n`)

  function printLog(raw: string): void {
    const text = options.colours ? raw : stripVTControlCharacters(raw)
    const [, tag, rest = ''] =
      /^##\[(group|endgroup|error|warning|notice|debug)\](.*)$/s.exec(text) ?? []
    switch (tag) {
      case 'group':
        isInGroup = false
        line(paint(`▸ ${rest}`, 'bold'))
        isInGroup = true
        break
      case 'endgroup':
        isInGroup = false
        break
      case 'error':
        line(paint(`Error: ${rest}`, 'red'))
        break
      case 'warning':
        line(paint(`Warning: ${rest}`, 'yellow'))
        break
      case 'notice':
        line(paint(`Notice: ${rest}`, 'blue'))
        break
      case 'debug':
        line(paint(`##[debug]${rest}`, 'magenta'))
        break
      default:
        line(text === 'Post job cleanup.' ? paint(text, 'bold') : text)
    }
  }

  return (event) => {
    switch (event.kind) {
      case 'log':
        printLog(event.line)
        break
      case 'cancel-requested':
        remark(`cancel requested (${event.mode})`)
        break
      case 'signal':
        remark(`${event.signal} sent to ${event.stage}`)
        break
      case 'stage-ended':
        isInGroup = false
        break
      case 'orphan-killed':
        remark(`Terminate orphan process: pid (${event.pid}) (${event.command})`)
        break
      case 'stage-started':
      case 'annotation':
        // The page shows no process numbers, and annotations stand in the log already.
        break
      default:
        event satisfies never
    }
  }
}
