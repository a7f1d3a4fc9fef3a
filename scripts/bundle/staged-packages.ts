import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Where the bundler looks, and what it finds there when nobody has put something before it. */
export interface StagePlace {
  readonly root: string
  /** The emitted code; copies of packages lie in its `node_modules`, where the bundler finds them first. */
  readonly staging: string
}

/**
 * Copies packages to where the bundler finds them before the published ones, changed so that a start loads what it
 * needs and no more. Nothing is taken away from anybody who can use it: the rest is loaded by whoever first does, or
 * comes with GitHub's client, the only one that asks for it. Throws when a package is not what it was, so that an
 * update of it is looked at here.
 */
export function stagePackages(place: StagePlace): void {
  stageCore(place)
  stage(place, '@actions/github')
  stageUndici(place)
}

/**
 * `@actions/core` does not say that importing it has no side effects, so a bundler must keep its HTTP client and with it
 * all of undici (480 kB, 95 ms at every start). Importing it has none; the copy says so. Two parts of Node it loads when it
 * uses them: `fs.promises` for the summary, and for the random delimiters of what it writes `crypto`, where Linux has
 * no UUID to give. All of `crypto` is 7 ms, in every post step too (over TLS, main loads it later all the same).
 */
function stageCore(place: StagePlace) {
  const core = stage(place, '@actions/core')
  core.edit(
    'package.json',
    '"name": "@actions/core",',
    '"name": "@actions/core",\n  "sideEffects": false,',
  )
  core.edit(
    'lib/summary.js',
    'const { access, appendFile, writeFile } = promises;',
    [
      'const access = (...request) => promises.access(...request);',
      'const appendFile = (...request) => promises.appendFile(...request);',
      'const writeFile = (...request) => promises.writeFile(...request);',
    ].join('\n'),
  )
  core.edit(
    'lib/file-command.js',
    "import * as crypto from 'crypto';",
    "import * as crypto from './random-uuid.js';",
  )
  core.write('lib/random-uuid.js', [
    "import { readFileSync } from 'fs';",
    'export function randomUUID() {',
    '    try {',
    "        const uuid = readFileSync('/proc/sys/kernel/random/uuid', 'utf8').trim();",
    '        if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid))',
    '            return uuid;',
    '    }',
    '    catch {',
    '        // Not Linux, or not to be read here.',
    '    }',
    "    return process.getBuiltinModule('crypto').randomUUID();",
    '}',
  ])
}

/**
 * What `src/hex` has of undici is its pool over HTTP/1.1, with text for a body. The pool as published brings HTTP/2,
 * forms, and a second parser as well: half of its code, and Node's `http`, `http2` and `assert` besides.
 */
function stageUndici(place: StagePlace) {
  const undici = stage(place, 'undici')
  leaveOneParser(undici)
  loadNodeWhenNeeded(undici)
  leaveFetchToItsUser(undici)
}

function leaveOneParser(undici: Copy) {
  // Its own way to be without the parser that it calls experimental: the undici in Node itself is built like this.
  undici.edit('lib/dispatcher/client-h1.js', "typeof esbuildDetection === 'undefined'", 'false')

  // Of the parser's numbers these two kinds are used; the published file builds two dozen tables when it is loaded.
  const { ERROR, TYPE } = createRequire(import.meta.url)('undici/lib/llhttp/constants.js')
  undici.write('lib/llhttp/constants.js', [
    `module.exports = ${JSON.stringify({ ERROR, TYPE }, null, 2)}`,
  ])
  for (const [, name = ''] of undici
    .read('lib/dispatcher/client-h1.js')
    .matchAll(/\bconstants\.(?!js)(\w+)/g)) {
    if (name !== 'ERROR' && name !== 'TYPE') throw new Error(`undici uses constants.${name} now.`)
  }
}

function loadNodeWhenNeeded(undici: Copy) {
  // Node's `http` is asked for a number and for one class, `assert` only when something is wrong.
  undici.edit('lib/core/util.js', "const { IncomingMessage } = require('node:http')", '')
  undici.edit(
    'lib/core/util.js',
    'Object.getPrototypeOf(stream).constructor === IncomingMessage',
    "stream.constructor?.name === 'IncomingMessage' && Object.getPrototypeOf(stream).constructor === require('node:http').IncomingMessage",
  )
  undici.edit('lib/dispatcher/client.js', "const http = require('node:http')", '')
  undici.edit(
    'lib/dispatcher/client.js',
    [
      'const getDefaultNodeMaxHeaderSize = http &&',
      '  http.maxHeaderSize &&',
      '  Number.isInteger(http.maxHeaderSize) &&',
      '  http.maxHeaderSize > 0',
      '  ? () => http.maxHeaderSize',
      "  : () => { throw new InvalidArgumentError('http module not available or http.maxHeaderSize invalid') }",
    ].join('\n'),
    "const getDefaultNodeMaxHeaderSize = () => require('node:http').maxHeaderSize",
  )
  undici.write('lib/assert.js', [
    "module.exports = (value, ...message) => { if (!value) require('node:assert')(value, ...message) }",
  ])
  for (const file of assertingFiles)
    undici.edit(file, "require('node:assert')", "require('../assert.js')")
}

/**
 * HTTP/2 and forms come with the index, which only GitHub's client imports: it is cut to the two functions that are
 * taken from it (as published it has mocks, caches and web sockets too), and brings what they need. A form that undici
 * takes is one that its own `FormData` made, so without that there is none.
 */
function leaveFetchToItsUser(undici: Copy) {
  undici.write('lib/with-fetch.js', ['module.exports = {}'])
  undici.edit(
    'lib/dispatcher/client.js',
    "require('./client-h2.js')",
    "(...request) => require('../with-fetch.js').connectH2(...request)",
  )
  undici.edit(
    'lib/dispatcher/client-h1.js',
    "require('../web/fetch/body.js').extractBody",
    "require('../with-fetch.js').extractBody",
  )
  undici.edit(
    'lib/core/request.js',
    "require('../web/fetch/formdata')",
    "const { formDataClass } = require('../with-fetch.js')",
  )
  undici.edit(
    'lib/core/request.js',
    "require('../web/webidl').webidl.is.FormData",
    'formDataClass?.()',
  )
  undici.edit(
    'lib/core/request.js',
    'return isFormData(body)',
    'return isFormData?.(body) ?? false',
  )
  undici.write('index.js', [
    "exports.ProxyAgent = require('./lib/dispatcher/proxy-agent')",
    "exports.fetch = (input, init) => require('./lib/web/fetch').fetch(input, init)",
    "Object.assign(require('./lib/with-fetch.js'), {",
    "  connectH2: (...request) => require('./lib/dispatcher/client-h2.js')(...request),",
    "  extractBody: (...request) => require('./lib/web/fetch/body.js').extractBody(...request),",
    '  formDataClass() {',
    "    require('./lib/web/fetch/formdata')",
    "    return require('./lib/web/webidl').webidl.is.FormData",
    '  },',
    '})',
  ])
}

const assertingFiles = [
  'core/util',
  'core/connect',
  'core/request',
  'dispatcher/client',
  'dispatcher/client-h1',
].map((name) => `lib/${name}.js`)

/** A package's copy that is being changed. */
interface Copy {
  /** Replaces a text wherever it stands in a file. Throws where it does not. */
  edit(file: string, from: string, to: string): void
  write(file: string, lines: ReadonlyArray<string>): void
  read(file: string): string
}

function stage({ root, staging }: StagePlace, name: string): Copy {
  const target = join(staging, 'node_modules', name)
  mkdirSync(target, { recursive: true })
  cpSync(join(root, 'node_modules', name), target, { recursive: true })
  return {
    edit(file, from, to) {
      const path = join(target, file)
      const text = readFileSync(path, 'utf8')
      if (!text.includes(from)) throw new Error(`${name}/${file} no longer has: ${from}`)
      writeFileSync(
        path,
        text.replaceAll(from, () => to),
      )
    },
    read: (file) => readFileSync(join(target, file), 'utf8'),
    write(file, lines) {
      writeFileSync(join(target, file), `${lines.join('\n')}\n`)
    },
  }
}
