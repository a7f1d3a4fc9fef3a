/**
 * Writes `test/github-simulator/operations.json`: what GitHub publishes about the few requests that the reports
 * make, taken from its OpenAPI document in the npm package `@octokit/openapi` (MIT). The package unpacks to
 * 400 MB, so it is no dependency: this script fetches it, keeps the parameters and bodies of our operations
 * without their prose, and is run again when the reports need another operation or a newer document.
 *
 * `node scripts/extract-github-operations.ts [version]`
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { jsonSchemaOf, type Node, objectOf, operationOf, parametersOf } from './openapi/document.ts'

const packageName = '@octokit/openapi'
const version = process.argv[2] ?? '23.0.2'
const documentName = 'api.github.com.json'
const target = resolve(import.meta.dirname, '../test/github-simulator/operations.json')

const operations: ReadonlyArray<readonly [method: string, path: string]> = [
  ['get', '/repos/{owner}/{repo}'],
  ['get', '/repos/{owner}/{repo}/pulls'],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}'],
  ['get', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['post', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}'],
  ['post', '/repos/{owner}/{repo}/check-runs'],
  ['patch', '/repos/{owner}/{repo}/check-runs/{check_run_id}'],
  ['get', '/repos/{owner}/{repo}/commits/{ref}/check-runs'],
  ['get', '/repos/{owner}/{repo}/git/ref/{ref}'],
  ['post', '/repos/{owner}/{repo}/git/refs'],
  ['patch', '/repos/{owner}/{repo}/git/refs/{ref}'],
  ['get', '/repos/{owner}/{repo}/git/commits/{commit_sha}'],
  ['post', '/repos/{owner}/{repo}/git/commits'],
  ['get', '/repos/{owner}/{repo}/git/trees/{tree_sha}'],
  ['post', '/repos/{owner}/{repo}/git/trees'],
  ['post', '/repos/{owner}/{repo}/git/blobs'],
]

const folder = mkdtempSync(join(tmpdir(), 'github-openapi-'))
try {
  const document = fetchDocument()
  const extract = {
    source: `npm package ${packageName}@${version}, generated/${documentName} (MIT), by scripts/extract-github-operations.ts`,
    operations: operations.map(([method, path]) => extractOperation(document, method, path)),
  }
  writeFileSync(target, `${JSON.stringify(extract, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function fetchDocument(): Node {
  const archive = run('npm', ['pack', '--silent', `${packageName}@${version}`]).trim()
  run('tar', ['-xzf', archive, `package/generated/${documentName}`])
  return objectOf(JSON.parse(readFileSync(join(folder, 'package/generated', documentName), 'utf8')))
}

function extractOperation(document: Node, method: string, path: string) {
  const operation = operationOf(document, method, path)
  const body = jsonSchemaOf(document, operation['requestBody'], 'in place')
  return {
    id: operation['operationId'],
    method: method.toUpperCase(),
    path,
    parameters: parametersOf(document, operation, 'in place'),
    ...(body === undefined ? {} : { body }),
  }
}

function run(command: string, args: ReadonlyArray<string>): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
  if (status === 0) return stdout
  throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`)
}
