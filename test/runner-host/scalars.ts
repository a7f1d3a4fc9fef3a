/**
 * A YAML scalar as the runner prints it when a string is wanted (NumberToken, BooleanToken and
 * NullToken of the runner's template library), or null for a mapping or a list.
 */
export function canonicalScalar(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return value
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
    case 'bigint':
      return canonicalNumber(Number(value))
    case 'undefined':
      return ''
    default:
      return value === null ? '' : null
  }
}

/**
 * .NET's `G15`: at most 15 significant digits, scientific from the sixteenth digit before the point
 * and from the fifth zero after it.
 */
function canonicalNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity'
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  const [mantissa = '', exponentText = '0'] = value.toExponential(14).split('e')
  const exponent = Number(exponentText)
  if (exponent > -5 && exponent < 15) return dropTrailingZeros(value.toFixed(14 - exponent))
  const sign = exponent < 0 ? '-' : '+'
  const digits = String(Math.abs(exponent)).padStart(2, '0')
  return `${dropTrailingZeros(mantissa)}E${sign}${digits}`
}

function dropTrailingZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
}
