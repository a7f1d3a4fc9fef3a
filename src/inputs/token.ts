import { type Parsed, problem, value } from './problems.ts'

/**
 * Parses the token for the Authorization header. Its format is not checked beyond what a header can contain, because Hex
 * may change its prefixes (`hxtp_`, `hxtw_`).
 */
export function parseToken(text: string): Parsed<string> {
  const token = text.trim()
  if (token === '') {
    return problem(
      'It is empty. Check that the secret exists and is available to this event. Pull requests from forks and Dependabot do not get secrets.',
    )
  }
  if (token.startsWith('${{'))
    return problem('It is an expression that GitHub did not evaluate. Check the quotes around it.')
  if (/^bearer\s/i.test(token)) return problem('It starts with "Bearer". Use only the token.')
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return problem(
      'It contains spaces, line breaks or characters that tokens do not have. Copy the token into the secret again.',
    )
  }
  return value(token)
}
