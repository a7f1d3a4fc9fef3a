import { expect, test } from 'vitest'
import { parseBaseUrl } from '../../src/inputs/scalars.ts'
import { outcomeOf } from './outcome.ts'

test.each([
  ['https://app.hex.tech', 'https://app.hex.tech'],
  ['app.hex.tech', 'https://app.hex.tech'],
  ['eu.hex.tech', 'https://eu.hex.tech'],
  ['https://eu.hex.tech/', 'https://eu.hex.tech'],
  ['https://eu.hex.tech/api', 'https://eu.hex.tech'],
  ['https://eu.hex.tech/api/', 'https://eu.hex.tech'],
  ['hex.acme.com/api/v1', 'https://hex.acme.com'],
  ['https://HEX.acme.com:8443/api/v1/', 'https://hex.acme.com:8443'],
  ['http://127.0.0.1:8080/api', 'http://127.0.0.1:8080'],
  ['http://localhost:80', 'http://localhost'],
  ['http://[::1]:4000', 'http://[::1]:4000'],
  ['http://127.8.9.10', 'http://127.8.9.10'],
  ['http://127.10.11.12', 'http://127.10.11.12'],
])('%s means %s', (text, origin) => {
  expect(outcomeOf(() => parseBaseUrl(text))).toEqual({ ok: true, value: origin })
})

test.each([
  [
    'http://app.hex.tech',
    'With this URL, the token would be sent unencrypted. Use "https://app.hex.tech".',
  ],
  [
    'http://127.0.0.1.evil.example',
    'With this URL, the token would be sent unencrypted. Use "https://127.0.0.1.evil.example".',
  ],
  [
    'http://localhost.evil.example',
    'With this URL, the token would be sent unencrypted. Use "https://localhost.evil.example".',
  ],
  ['ftp://app.hex.tech', 'Must start with https, for example "https://app.hex.tech".'],
  ['file:///etc/passwd', 'Must start with https, for example "https://app.hex.tech".'],
  [
    'https://app.hex.tech/acme/hex/x',
    'The URL contains more than a scheme and host. Use "https://app.hex.tech".',
  ],
  [
    'https://app.hex.tech/api/v2',
    'The URL contains more than a scheme and host. Use "https://app.hex.tech".',
  ],
  [
    'https://app.hex.tech?token=hxtw_1',
    'The URL contains more than a scheme and host. Use "https://app.hex.tech".',
  ],
  [
    'https://app.hex.tech/#x',
    'The URL contains more than a scheme and host. Use "https://app.hex.tech".',
  ],
  [
    'not an address',
    '"not an address" is not a valid URL. Use a URL such as "https://app.hex.tech".',
  ],
  ['https://', '"https://" is not a valid URL. Use a URL such as "https://app.hex.tech".'],
  [
    'javascript:alert(1)',
    '"javascript:alert(1)" is not a valid URL. Use a URL such as "https://app.hex.tech".',
  ],
  [
    'app.hex\n.tech',
    '"app.hex .tech" is not a valid URL. Use a URL such as "https://app.hex.tech".',
  ],
])('rejects %j', (text, problem) => {
  expect(outcomeOf(() => parseBaseUrl(text))).toEqual({ ok: false, problem })
})

test('rejects a URL that is longer than any DNS name', () => {
  const longest = `${'a.'.repeat(145)}example.eu`

  expect(outcomeOf(() => parseBaseUrl(longest))).toEqual({ ok: true, value: `https://${longest}` })
  expect(outcomeOf(() => parseBaseUrl(`x${longest}`))).toEqual({
    ok: false,
    problem: expect.stringMatching(/ is not a valid URL. Use a URL such as/),
  })
})

test('rejects URLs that only end like a valid one', () => {
  for (const text of ['https://app.hex.tech/acme/api/v1', 'app.hex.tech/http://x']) {
    expect(outcomeOf(() => parseBaseUrl(text))).toEqual({
      ok: false,
      problem: 'The URL contains more than a scheme and host. Use "https://app.hex.tech".',
    })
  }
})

test.each([
  ['https://me:hunter2@app.hex.tech', 'https://app.hex.tech'],
  ['https://hunter2@app.hex.tech/api', 'https://app.hex.tech'],
  ['https://:hunter2@eu.hex.tech', 'https://eu.hex.tech'],
  ['me:hunter2@app.hex.tech', 'https://app.hex.tech'],
  ['https://me:hun ter2@app.hex.tech', 'https://app.hex.tech'],
  ['https://me:hunter2@app.hex.tech:port', 'https://app.hex.tech'],
])('rejects a password in %s without repeating it', (text, address) => {
  const parsed = outcomeOf(() => parseBaseUrl(text))

  expect(parsed).toEqual({
    ok: false,
    problem: expect.stringMatching(/^(The value is not|The URL) /),
  })
  expect(JSON.stringify(parsed)).toContain(address)
  expect(JSON.stringify(parsed)).not.toMatch(/hunter2|hun ter2/)
})
