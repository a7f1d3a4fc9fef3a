import type { Runner } from '../runner/runner.ts'

/** The token's text, hidden from everything printed after this: the `token` input, else HEX_API_TOKEN. */
export function maskedToken(runner: Pick<Runner, 'input' | 'env' | 'mask'>): string {
  const token = runner.input('token').trim() || (runner.env['HEX_API_TOKEN'] ?? '').trim()
  // An empty mask is refused by the runner, and one of a few characters would hide half the log.
  if (token.length >= 4) runner.mask(token)
  return token
}
