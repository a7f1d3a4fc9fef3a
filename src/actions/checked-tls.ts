import type { Runner } from '../runner/runner.ts'

/**
 * Certificates are always checked. Node turns the check off for a whole process where this variable is 0, and would
 * send the tokens to whoever answers; it reads the variable at every connection, so it is removed before the first.
 */
export function keepTlsChecked({ annotate }: Pick<Runner, 'annotate'>) {
  const name = 'NODE_TLS_REJECT_UNAUTHORIZED'
  if (process.env[name] !== '0') return
  delete process.env[name]
  annotate(
    'warning',
    'Certificate checks stay enabled',
    `${name}=0 is ignored, because it would send the token to an unverified server. To trust your own CA, set NODE_EXTRA_CA_CERTS.`,
  )
}
