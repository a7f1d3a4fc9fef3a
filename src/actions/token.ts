import type { Runner } from '../runner/runner.ts'

/** The token, from the `token` input or else HEX_API_TOKEN. Masks it in the log from now on. */
export function maskedToken(runner: Pick<Runner, 'input' | 'env' | 'mask'>): string {
  const token = runner.input('token').trim() || (runner.env['HEX_API_TOKEN'] ?? '').trim()
  // The runner refuses an empty mask, and a mask of a few characters would hide half the log.
  if (token.length >= 4) runner.mask(token)
  return token
}
