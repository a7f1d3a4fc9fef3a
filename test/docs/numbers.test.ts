import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import { root } from './samples.ts'

/**
 * Numbers that a page quotes, and the constants behind them. Each `{…}` in a phrase is a formula of constants, named by
 * file and name, and the page must contain the phrase with its value.
 */
const quoted: Readonly<Record<string, ReadonlyArray<string>>> = {
  'docs/limits.md': [
    'retries the start every {run/start.kernelRetryMs * (1 - run/start.kernelSpread) / 1000} to {run/start.kernelRetryMs / 1000} s',
    'the time that Hex requests (up to {hex/rate-headers.maxKernelWaitMs / 60000} min)',
    'waits up to {hex/limiter.spreadMs / 1000} s more',
    'still responds with 429 after that minute, it retries every {hex/limiter.overdueRetryMs / 1000} s',
    '(at least {hex/limiter.shortestRetryMs / 1000} s)',
    'at least {run/next-poll.scarceMinMs / 1000} s ({run/next-poll.scarceMaxMs / 1000} s from the run',
    'scarce for {["two"][hex/limiter.scarceMs / 60000 - 2]} minutes after a 429',
    'after {run/next-poll.unpacedMs / 1000} s, the polling interval of each project is at least {run/next-poll.documentedPaceMs / 1000} s times the number of projects',
    '{hex/rate-headers.maxKernelWaitMs / 60000} min after a 503 that reports that all kernels are in use, and {hex/rate-headers.maxOtherWaitMs / 1000} s after anything else',
    '{inputs/one-run.timeoutBounds.minMs / 1000} s to {inputs/one-run.timeoutBounds.maxMs / 3600000} h, default',
    '{inputs/one-run.pollBounds.minMs / 1000} s to {inputs/one-run.pollBounds.maxMs / 60000} min |',
    '{hex/call.defaults.timeoutMs / 1000} s, or {hex/client.startTimeoutMs / 1000} s for a start; {hex/transport.connectTimeoutMs / 1000} s to connect',
    '{hex/call.defaults.maxResponseBytes / 1000000} MB, or {actions/request.maxResponseBytes.file / 1000000} MB for `save-to`',
    '{inputs/structured.maxCharacters / 1048576} MiB of text, {inputs/yaml.maxDepth} levels deep',
    '{report/markdown.maxSummaryBytes / 1000000} MB. A longer summary',
    '| annotation | {runner/runner.maxMessage.toLocaleString("en-US")} characters.',
  ],
  'docs/reports.md': [
    '{inputs/report-inputs.maxCharts} chart cells',
    '{actions/reports/context.reportMs / 1000} s, and exporting images takes at most {actions/reports/open.exportMs / 60000} min',
    'end within {run/abort.signalGraceMs.report / 1000} s of the signal',
  ],
  'docs/companions.md': ['up to {inputs/verify-inputs.maxProjects}.'],
  'docs/reliability.md': [
    'up to {hex/rate-headers.maxKernelWaitMs / 60000} min after a 503 that reports that all kernels are in use, and up to {hex/rate-headers.maxOtherWaitMs / 1000} s after any other response',
    'All waits for Hex, except chart exports, end within {(run/plan.afterDeadlineMs.start + run/plan.afterDeadlineMs.cancel) / 1000} s after the timeout',
  ],
  'docs/architecture.md': [
    'if it is still active after {run/cancel.againAfterMs / 1000} seconds',
    '| {run/preflight.patienceMs / 1000} s, or the timeout; after a 429',
    '| {run/lookup.searchMs.main / 1000} s ({run/lookup.searchMs.post / 1000} s in the post step), at most {run/plan.afterDeadlineMs.search / 1000} s after the timeout',
    '| {run/follow.outagePatienceMs / 60000} min without a valid response (a 429 is valid), {run/follow.refusalPatienceMs / 1000} s of refusals ({run/follow.unseenPatienceMs / 1000} s if',
    'until {["three"][run/cancel.maxRefusals - 3]} requests are refused | {run/plan.afterDeadlineMs.cancel / 1000} s, or',
    'its share of {run/leftovers.allMs / 1000} s',
    '{run/follow.outagePatienceMs / 60000} min for a page',
    '| Charts | `withRetries` | {actions/reports/open.exportMs / 60000} min',
    'for `cancel-active`, {cancel/cancel-other-runs.patienceMs / 1000} s',
    'for `verify`, {verify/verify.patienceMs / 1000} s',
    '| {github/connect.maxTries} tries in {actions/reports/context.reportMs / 1000} s per report',
  ],
  'docs/decisions/0015-a-shared-quota.md': [
    'For {["two"][hex/limiter.scarceMs / 60000 - 2]} minutes after a 429',
    'polls a run every {run/next-poll.scarceMinMs / 1000} s, or every {run/next-poll.scarceMaxMs / 1000} s once',
    'an interval of {run/next-poll.scarceMinMs / 1000} s avoids more 429s',
  ],
  'docs/following-and-cancelling.md': [
    'status requests fail for {run/follow.outagePatienceMs / 60000} min, or Hex refuses them for {run/follow.refusalPatienceMs / 60000} min',
    'waits as long as Hex requests, up to {hex/rate-headers.maxRateLimitWaitMs / 3600000} h',
    'RunProject has a deadline of {hex/client.startTimeoutMs / 1000} s, or {run/plan.afterDeadlineMs.start / 1000} s after the timeout',
    'up to {run/job-runs.patienceMs / 1000} s for [parallel steps]',
    'if its list is older than {run/recent-runs.listingLifeMs / 1000} s',
    '| {run/start.kernelRetryMs * (1 - run/start.kernelSpread) / 1000} to {run/start.kernelRetryMs / 1000} s, or the time in `Retry-After`',
    'honors `Retry-After` for at most {hex/rate-headers.maxOtherWaitMs / 1000} s (plus up to 5 s)',
    'after {run/lookup.waitsMs[0] / 1000} s, then after another {run/lookup.waitsMs.slice(1).map((it) => it / 1000).join(", ").replace(/, (\\d+)$/, ", and $1")} s',
    'The search takes at most {run/lookup.searchMs.main / 1000} s, and starts no request later than {run/plan.afterDeadlineMs.search / 1000} s after the timeout',
    'between {run/lookup.clockToleranceMs / 1000} s before and {run/lookup.maxCreationMs / 1000} s after the start was sent',
    'appeared within {run/lookup.maxFirstSeenMs / 1000} s',
    'After {run/next-poll.firstMs / 1000} s, then every {run/next-poll.youngMaxMs / 1000} s. While the run is between {(run/next-poll.youngBaseMs - run/next-poll.youngMaxMs) / run/next-poll.youngShare / 1000} s and {(run/next-poll.youngBaseMs - run/next-poll.minMs) / run/next-poll.youngShare / 1000} s old, the interval shrinks to {run/next-poll.minMs / 1000} s.',
    'it grows to {run/next-poll.maxMs / 1000} s',
    'Every {run/next-poll.aloneFirstMs / 1000} s for the first 10 s, every {run/next-poll.aloneNextMs / 1000} s until 31 s, then every {run/next-poll.minMs / 1000} to {run/next-poll.maxMs / 1000} s',
    'Every {run/next-poll.minLookMs / 1000} to {run/next-poll.maxLookMs / 1000} s until the earliest expected end, then every {run/next-poll.sharpestMs / 1000} to {run/next-poll.maxMs / 1000} s',
    'every {run/next-poll.documentedPaceMs / 1000} s times the number of projects, or every {run/next-poll.scarceMinMs / 1000} to {run/next-poll.scarceMaxMs / 1000} s',
    'Each status request has a deadline of {run/follow.pollTimeoutMs / 1000} s',
    'in progress have {run/plan.afterDeadlineMs.poll / 1000} s in total',
    'with {run/cancel.cancelRequestTimeoutMs / 1000} s per attempt',
    'Steps 3 and 4 together take at most {run/plan.afterDeadlineMs.cancel / 1000} s',
    'then after {run/cancel.waitsMs.slice(0, -1).map((it) => it / 1000).join(", ").replace(/, (\\d+)$/, ", and $1")} s, then every {run/cancel.waitsMs.at(-1) / 1000} s',
    '{actions/reports/open.exportMs / 60000} min for chart images, and {actions/reports/context.reportMs / 1000} s for every other',
    'at most {(run/plan.afterDeadlineMs.start + run/plan.afterDeadlineMs.cancel) / 1000} s after `timeout`',
    'waits up to {run/abort.signalGraceMs.start / 1000} s for the response',
    'watches the run until {run/abort.signalGraceMs.cancel / 1000} s after the signal',
    'writes a debug line every {runner/runner.heartbeatMs / 1000} s',
    'up to {run/abort.unreadGraceMs.start / 1000} s for the response to a start, up to {run/abort.unreadGraceMs.search / 1000} s to search for a lost run, and up to {run/abort.unreadGraceMs.cancel / 1000} s to cancel',
    'waits up to {run/leftovers.cleanupRequestTimeoutMs / 1000} s for the response, checks',
    'still active after {run/cancel.againAfterMs / 1000} s, cancels it once more',
    'for up to {run/lookup.searchMs.post / 1000} s or five eighths of the post step',
    'post steps use {run/leftovers.allMs / 1000} s of that',
    '`lost_contact` | `failure` | Status requests failed for {run/follow.outagePatienceMs / 60000} min, or Hex refused them for {run/follow.refusalPatienceMs / 60000} min',
  ],
}

test.each(
  Object.entries(quoted).flatMap(([page, phrases]) => phrases.map((phrase) => ({ page, phrase }))),
)('$page: $phrase', ({ page, phrase }) => {
  const text = readFileSync(join(root, page), 'utf8').replace(/\s+/g, ' ')
  const expected = phrase.replace(/\{([^{}]+)\}/g, (_, formula: string) =>
    String(resultOf(formula)),
  )
  expect(text).toContain(expected)
})

/** The value of a formula such as `run/follow.refusalPatienceMs / 60000`. */
function resultOf(formula: string): unknown {
  const constants: Record<string, unknown> = {}
  const expression = formula.replace(/([a-z-]+(?:\/[a-z-]+)+)\.(\w+)/g, (_, file, name) => {
    const key = `c${Object.keys(constants).length}`
    constants[key] = constantIn(join(root, 'src', `${file}.ts`), name)
    return key
  })
  const value: unknown = runInNewContext(expression, constants)
  return typeof value === 'number' ? Number(value.toFixed(3)) : value
}

/** The value of a constant of a module, which can be private and use other constants of the module. */
function constantIn(file: string, name: string): unknown {
  const source = readFileSync(file, 'utf8')
  const declarations = parseSync(file, source).program.body.flatMap((node) => {
    const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node
    return declaration?.type === 'VariableDeclaration' ? declaration.declarations : []
  })
  const found = declarations.find(({ id }) => id.type === 'Identifier' && id.name === name)?.init
  if (!found) throw new Error(`${file} has no constant ${name}.`)
  const value = found.type === 'TSAsExpression' ? found.expression : found
  const text = source.slice(value.start, value.end)
  const others = [...new Set(text.match(/\b[a-z]\w*\b(?!\s*:)/g))].filter((other) =>
    new RegExp(`^(export )?const ${other}\\b`, 'm').test(source),
  )
  const context = Object.fromEntries(others.map((other) => [other, constantIn(file, other)]))
  return runInNewContext(`(${text})`, context)
}
