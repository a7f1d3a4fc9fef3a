import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readCancelInputs } from '../../src/inputs/cancel-inputs.ts'
import { readRequestInputs } from '../../src/inputs/request-inputs.ts'
import { readRunInputs } from '../../src/inputs/run-inputs.ts'
import { readVerifyInputs } from '../../src/inputs/verify-inputs.ts'
import { sampleToken } from '../hex-simulator/auth.ts'
import { COMMON_FUNCTIONS, evaluateExpression, fillTemplate } from '../runner-host/expressions.ts'
import { canonicalScalar } from '../runner-host/scalars.ts'
import { manifests } from '../workflows/workflow-files.ts'
import { allSamples, type Mapping, type OurStep, ourSteps, root } from './samples.ts'

const samples = allSamples()
const steps = samples.flatMap(ourSteps)

/** What the expressions of the samples stand for: believable, and also what a hostile person may write. */
const contexts = {
  secrets: { HEX_API_TOKEN: sampleToken, WAREHOUSE_USER: 'hex', WAREHOUSE_PASSWORD: 'a: "b" #c' },
  vars: {
    HEX_REVENUE_PROJECT: '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68',
    HEX_CHECK_PROJECT: 'https://app.hex.tech/acme/hex/0198e0b4-11f6-7c82-8a53-d90e6b7f1c24/draft',
    HEX_CLOSING_PROJECT: '030UbtEpvL5rit3JLHGzSS',
    HEX_BASE_URL: 'https://acme.hex.tech',
    FINANCE_GROUP_ID: '0197c3a1-5d20-7b41-9e0f-4a7c21d35b69',
    FINANCE_COLLECTION_ID: '0197c3a1-5d20-7b41-9e0f-4a7c21d35b70',
    WAREHOUSE_ID: '0197c3a1-5d20-7b41-9e0f-4a7c21d35b71',
  },
  github: {
    head_ref: 'x", strict: false, y: "',
    event: { number: 123, pull_request: { title: 'Orders: count them once\n# and "rightly"' } },
  },
  needs: { start: { outputs: { 'run-id': '01a2014b-e046-7681-a40b-77d515587c11' } } },
  steps: {
    create: { outputs: { data: '{"id": "0197c3a1-5d20-7b41-9e0f-4a7c21d35b72"}' } },
    group: { outputs: { body: '{"name": "Analysts"}' } },
  },
}
const givenInputs = {
  'project-id': '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68',
  'run-id': '01a2014b-e046-7681-a40b-77d515587c11',
}

test('finds samples, and steps in them that use our actions', () => {
  expect(samples.length).toBeGreaterThan(20)
  expect(steps.length).toBeGreaterThan(20)
})

test('samples set only inputs that the actions have', () => {
  const unknown = steps.flatMap(({ place, manifest, with: given }) => {
    const { inputs } = parse(readFileSync(join(root, manifest), 'utf8')) as { inputs: Mapping }
    return Object.keys(given).flatMap((name) => (name in inputs ? [] : `${place}: ${name}`))
  })
  expect(unknown).toEqual([])
})

/** The actions' own parsers, by the manifest that declares their inputs. */
const parsers: Readonly<Record<string, (text: (name: string) => string) => unknown>> = {
  'action.yml': readRunInputs,
  'cancel/action.yml': readCancelInputs,
  'request/action.yml': readRequestInputs,
  'verify/action.yml': readVerifyInputs,
}

test('the samples use every action of the repository', () => {
  expect([...new Set(steps.map(({ manifest }) => manifest))].toSorted()).toEqual(
    manifests.toSorted(),
  )
})

/** The recipes of the request action hand values on from step to step: `request-recipes.test.ts` plays them whole. */
const single = steps.filter(
  ({ manifest, place }) =>
    manifest !== 'request/action.yml' || !place.startsWith('docs/companions'),
)

test.each(single)('$place sets values that $manifest accepts', async (step) => {
  const parse = parsers[step.manifest]
  if (parse === undefined) throw new Error(`No parser is known for ${step.manifest}.`)
  for (const entry of step.matrix) {
    const { texts, env } = evaluated(step, entry)
    const textOf = (name: string) =>
      name === 'token'
        ? (texts.get(name) ?? env.get('HEX_API_TOKEN') ?? '')
        : (texts.get(name) ?? '')
    expect(await parse(textOf)).toMatchObject({ token: sampleToken })
  }
})

test('text from a pull request cannot change other parameters', async () => {
  const [step] = steps.filter(({ with: given }) => String(given['input-params']).includes('title:'))
  if (step === undefined) throw new Error('No sample passes text from a pull request.')

  const { texts } = evaluated(step, {})
  const { runs } = await readRunInputs((name) => texts.get(name) ?? '')

  const inputParams = {
    branch: contexts.github.head_ref,
    title: contexts.github.event.pull_request.title,
  }
  expect(runs[0]?.start).toMatchObject({ settings: { inputParams } })
})

test('samples read only outputs that the actions have', () => {
  const read = steps.flatMap(({ manifest, id, text }) => {
    const outputs = [...text.matchAll(new RegExp(`steps\\.${id}\\.outputs\\.([\\w-]+)`, 'g'))]
    return outputs.map(([, name = '']) => ({ manifest, name }))
  })
  expect(read.length).toBeGreaterThan(5)
  for (const { manifest, name } of read) {
    const { outputs } = parse(readFileSync(join(root, manifest), 'utf8')) as { outputs: Mapping }
    expect(Object.keys(outputs)).toContain(name)
  }
})

/** The `with:` and `env:` of a step as its process would get them. */
function evaluated(step: OurStep, matrix: Mapping) {
  const env = evaluatedEnv(step.env)
  const inputs = Object.fromEntries(
    Object.entries({ ...givenInputs, ...step.inputs }).map(([name, fallback]) => [
      name,
      fallback ?? givenInputs[name as keyof typeof givenInputs],
    ]),
  )
  const scope = { ...contexts, env: Object.fromEntries(env), matrix, inputs }
  return { env, texts: filled(step.with, scope) }
}

function evaluatedEnv(env: Mapping): ReadonlyMap<string, string> {
  return filled(env, contexts)
}

/** Every expression has to come to something, so that a misspelt name does not pass for an empty input. */
function filled(texts: Mapping, scope: Readonly<Record<string, unknown>>) {
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(texts)) {
    const text = canonicalScalar(value)
    if (text === null) throw new Error(`'${name}' is not a scalar.`)
    for (const [expression, source = ''] of text.matchAll(/\$\{\{(.*?)\}\}/gs)) {
      const result = evaluateExpression(source, { contexts: scope, functions: COMMON_FUNCTIONS })
      if (result === null) throw new Error(`${expression} has no value in this test.`)
    }
    values.set(name, fillTemplate(text, { contexts: scope, functions: COMMON_FUNCTIONS }))
  }
  return values
}
