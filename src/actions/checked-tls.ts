import type { Runner } from '../runner/runner.ts'

/**
 * Keeps certificate checks on. If this variable is 0, Node turns them off for the whole process, and would send the tokens
 * to any server. Node reads the variable at every connection, so it is removed before the first one.
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
