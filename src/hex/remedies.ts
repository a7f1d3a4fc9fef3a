import type { Failure, Refusal } from './errors.ts'
import { notFoundCodes, unreachableCodes } from './http.ts'
import { isRefusedInFront, isUntrusted } from './retry.ts'

/**
 * One sentence on what the reader can do about a failed call; empty if Hex's own words are enough.
 * @param words the response's own words.
 */
export function remedyFor(
  operation: string,
  failure: Failure,
  host: string,
  words: string,
): string {
  switch (failure.kind) {
    case 'no-response':
      return noResponseRemedy(failure.code, host)
    case 'unreadable':
      return `Check that 'base-url' (${host}) is the URL of your Hex host. This response may have come from a proxy or a sign-in page.`
    case 'refused':
      return refusedRemedy(operation, failure, host, words)
  }
  return failure satisfies never
}

function refusedRemedy(operation: string, failure: Refusal, host: string, words: string): string {
  const { status, hexOwn } = failure
  if (status >= 300 && status < 400) {
    return `${host} redirects API requests. Set 'base-url' to the URL that your browser shows when you use Hex.`
  }
  if (isRefusedInFront(failure)) {
    return `This response is not from Hex. A proxy, firewall, or sign-in page in front of ${host} rejected the request. Check 'base-url' and the runner's network.`
  }
  switch (status) {
    case 401:
      return `Hex rejected the token. Check that the token is complete, has not expired or been revoked, and was created on ${host} ('base-url').`
    case 403:
      return forbidden[operation] ?? 'The token is not allowed to do this. Check its scopes.'
    case 404:
      return (
        notFound[operation] ??
        "The resource was not found, or the token has no access to it. Check the IDs and the token's access."
      )
    case 400:
    case 422:
      if (operation !== 'RunProject') return ''
      return speaksOfTheCall.test(words)
        ? 'No run was started.'
        : `${projectNotFound} No run was started.`
    case 429:
      return "The token's rate limit was exceeded. Run fewer jobs at once, or use tokens that belong to different users."
    case 503:
      return operation === 'RunProject' && hexOwn
        ? "All 25 kernels available to the token's user are in use, or Hex is down. Stop runs that you do not need, or check status.hex.tech."
        : 'Check status.hex.tech.'
    default:
      return status >= 500 ? 'Check status.hex.tech.' : ''
  }
}

/**
 * Hex refuses a project that does not exist, or that the token's user may not see, with any of 400, 403, 404 and 422
 * (its OpenAPI document and overview page disagree). Words about one of these have another cause.
 */
const speaksOfTheCall =
  /\b(input|param|view|notif|slack|publish|archiv|trash|component|scope|cache|validat|body|json|field|propert)/i

const projectNotFound =
  "The project does not exist, or the token's user has no access to it. Check 'project-id'."

const forbidden: Readonly<Record<string, string>> = {
  RunProject:
    "The token does not have the 'Run projects' scope, the project does not exist, or the project is not shared with the token's user. With 'update-published-results', the user also needs the 'Can Edit' permission.",
  CancelRun: "Give the token the 'Run projects' scope, and give its user access to the project.",
  GetProject: "Give the token the 'Read projects' scope, and give its user access to the project.",
  GetRunStatus:
    "Give the token the 'Read projects' or 'Run projects' scope, and give its user access to the project.",
  GetProjectRuns:
    "Give the token the 'Read projects' or 'Run projects' scope, and give its user access to the project.",
  GetQueriedTables:
    "Queried tables are available only on Hex's Enterprise plan. If you have this plan, give the token the 'Read queried tables' scope.",
  ExportProject: 'Hex enables exports per organization. Ask Hex support whether yours has access.',
}

const notFound: Readonly<Record<string, string>> = {
  RunProject: projectNotFound,
  GetProject: projectNotFound,
  GetProjectRuns: projectNotFound,
  GetRunStatus:
    "The project has no such run, or the token's user has no access to it. Check 'run-id'.",
}

function noResponseRemedy(code: string, host: string): string {
  if (notFoundCodes.includes(code))
    return `This runner cannot resolve ${host}. Check 'base-url' and the runner's network.`
  if (unreachableCodes.includes(code))
    return `This runner cannot reach ${host}. If this runner needs a proxy, set https_proxy.`
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return `The response headers are larger than 16 KiB. Check whether a proxy between this runner and ${host} adds headers.`
  return isUntrusted(code) ? certificateRemedy(code, host) : ''
}

function certificateRemedy(code: string, host: string): string {
  if (code.includes('EXPIRED')) {
    return `The certificate of ${host} has expired, or this runner's clock is wrong.`
  }
  if (code.includes('NOT_YET_VALID')) {
    return `The certificate of ${host} is not valid yet, or this runner's clock is wrong.`
  }
  if (code.includes('ALTNAME')) {
    return `The certificate of ${host} is for a different hostname. Check 'base-url'.`
  }
  return `This runner does not trust the certificate of ${host}. If your network uses a private CA, set NODE_EXTRA_CA_CERTS for the job.`
}
