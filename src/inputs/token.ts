import { type Parsed, problem, value } from './problems.ts'

/**
 * The token as it goes into the Authorization header. Its form is not checked beyond what a header can carry:
 * Hex's prefixes (`hxtp_`, `hxtw_`) may change.
 */
export function parseToken(text: string): Parsed<string> {
  const token = text.trim()
  if (token === '') {
    return problem(
      'It is empty: is the secret set, and available to this event? Pull requests from forks and Dependabot get no secrets.',
    )
  }
  if (token.startsWith('${{'))
    return problem(
      'It is an expression that GitHub did not evaluate: write it without quotes in an outer text.',
    )
  if (/^bearer\s/i.test(token)) return problem('It begins with "Bearer": give the token alone.')
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return problem(
      'It holds blanks, line breaks or characters that no token has: copy the secret again.',
    )
  }
  return value(token)
}
