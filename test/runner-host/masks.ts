/** The secrets of a job and how they are hidden (SecretMasker.cs, HostContext.cs). */
export interface Masks {
  readonly add: (value: string) => void
  readonly mask: (text: string) => string
  /** The values as they were registered, without their variants. */
  readonly values: () => ReadonlyArray<string>
}

/** An empty set of secrets. Every value is hidden in its encoded variants, too. */
export function createMasks(): Masks {
  const values = new Set<string>()
  const hidden = new Set<string>()
  return {
    add: (value) => {
      if (value === '') return
      values.add(value)
      for (const variant of variantsOf(value)) hidden.add(variant)
    },
    mask: (text) => maskText(text, hidden),
    values: () => [...values],
  }
}

/** Overlapping and touching finds become one `***`, as in the runner. */
function maskText(text: string, hidden: Iterable<string>): string {
  const spans = [...hidden].flatMap((value) => spansOf(text, value))
  spans.sort((left, right) => left.start - right.start)
  let masked = ''
  let shownUpTo = 0
  let lastEnd = -1
  for (const { start, end } of spans) {
    if (start > lastEnd) masked += `${text.slice(shownUpTo, start)}***`
    lastEnd = Math.max(lastEnd, end)
    shownUpTo = lastEnd
  }
  return masked + text.slice(shownUpTo)
}

function spansOf(text: string, value: string): Array<{ start: number; end: number }> {
  const spans: Array<{ start: number; end: number }> = []
  for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1)) {
    spans.push({ start, end: start + value.length })
  }
  return spans
}

/** Base64 is also taken from the second and third byte, because the secret may follow other bytes. */
function variantsOf(value: string): ReadonlyArray<string> {
  const bytes = Buffer.from(value, 'utf8')
  const base64 = [0, 1, 2].map((shift) => bytes.subarray(shift).toString('base64'))
  const variants = [
    value,
    ...base64,
    encodeURIComponent(value.toWellFormed()),
    JSON.stringify(value).slice(1, -1),
    value.replaceAll("'", "''"),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    value.replace(/^"(.+)"$/s, '$1'),
  ]
  return variants.filter((variant) => variant !== '')
}
