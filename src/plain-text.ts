/** Text without line breaks and control characters. */
export function withoutBreaks(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}

/** Text on one line, without characters that reverse its direction. */
export function oneLine(text: string): string {
  return withoutBreaks(text).replace(/[\u202a-\u202e\u2066-\u2069]+/g, '')
}

/**
 * Makes text from outside one harmless log line. The runner parses commands in our output: `::name::` at the start of a
 * line, `##[name]` anywhere, and a carriage return ends a line (actions/runner, ActionCommand.cs). Escape sequences
 * could color or hide the text that follows, and direction marks could reorder it.
 */
export function plainLine(text: string): string {
  const line = oneLine(text.replaceAll('\u{feff}', '\n')).replaceAll('##[', '## [')
  return /^\s*::/.test(line) ? `│ ${line.trimStart()}` : line
}

/** The start of a text, at most `max` UTF-16 units, never cut inside a surrogate pair. */
export function firstCharacters(text: string, max: number): string {
  return text.slice(0, isHighSurrogate(text.charCodeAt(max - 1)) ? max - 1 : max)
}

/** A text of at most `max` UTF-16 units, with an ellipsis in place of what did not fit. */
export function shortened(text: string, max: number): string {
  return text.length > max ? `${firstCharacters(text, max - 1)}…` : text
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

/** Adds a full stop to a text that has no end mark, so that another sentence can follow. Empty stays empty. */
export function asSentence(text: string): string {
  return text === '' || /[.!?…]["')\]]?$/.test(text) ? text : `${text}.`
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Everything about an unexpected error, for a report to this action's maintainers. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
