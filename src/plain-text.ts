/**
 * Text from outside as one harmless log line. The runner reads commands off our output: `::name::` at the start
 * of a line, `##[name]` anywhere in it, and a bare carriage return ends a line for it (actions/runner,
 * ActionCommand.cs). Escape sequences would colour or hide what follows, and marks of
 * direction would show it in another order.
 */
export function plainLine(text: string): string {
  const oneLine = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u{feff}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]+/g, '')
    .replaceAll('##[', '## [')
  return /^\s*::/.test(oneLine) ? `│ ${oneLine.trimStart()}` : oneLine
}

/** The beginning of a text, cut between code points: half a surrogate pair is no character at all. */
export function firstCharacters(text: string, max: number): string {
  return text.slice(0, isHighSurrogate(text.charCodeAt(max - 1)) ? max - 1 : max)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

/** Adds a full stop to a text that has no end mark, so that another sentence can follow. Empty stays empty. */
export function asSentence(text: string): string {
  return text === '' || /[.!?…]["')\]]?$/.test(text) ? text : `${text}.`
}
