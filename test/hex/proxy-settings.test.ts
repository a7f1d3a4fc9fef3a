import { expect, test } from 'vitest'
import {
  proxyFailure,
  proxyFor,
  settleProxy,
  UnusableProxy,
  unservedHint,
} from '../../src/hex/proxy-settings.ts'

const hex = 'https://app.hex.tech'
const https_proxy = 'http://proxy.example:3128'

test.each([
  ['proxy.example:3128', 'http://proxy.example:3128', 'proxy.example:3128'],
  ['proxy.example', 'http://proxy.example', 'proxy.example'],
  ['10.0.0.1:8080', 'http://10.0.0.1:8080', '10.0.0.1:8080'],
  ['proxy:1/http://x', 'http://proxy:1/http://x', 'proxy:1'],
  [' [::1]:8080 ', 'http://[::1]:8080', '[::1]:8080'],
  ['user:p%40ss@proxy:1', 'http://user:p%40ss@proxy:1', 'proxy:1'],
  ['HTTPS://proxy.example/', 'HTTPS://proxy.example/', 'proxy.example'],
  ['socks5://proxy:1080', 'socks5://proxy:1080', 'proxy:1080'],
  ['socks://proxy:1080', 'socks://proxy:1080', 'proxy:1080'],
])('reads https_proxy=%s', (value, url, host) => {
  expect(proxyFor(hex, { https_proxy: value })).toEqual({ url, host, variable: 'https_proxy' })
})

test.each([
  'http://',
  'socks5://',
  'hunter2 x',
  'http://user:hunter2@',
  'ftp://hunter2:21',
  'http://u:hunter2%zz@proxy',
  'proxy:99999',
  '://hunter2',
])('rejects HTTPS_PROXY=%s without repeating its value', (HTTPS_PROXY) => {
  try {
    proxyFor(hex, { HTTPS_PROXY })
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(UnusableProxy)
    expect(error).toMatchObject({
      name: 'UnusableProxy',
      variable: 'HTTPS_PROXY',
      message: 'Must be a proxy URL, such as "http://proxy.example:3128".',
    })
    expect(String(error)).not.toMatch(/hunter2|99999/)
  }
})

test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
  [hex, { https_proxy: 'a', HTTPS_PROXY: 'b' }, 'https_proxy'],
  [hex, { https_proxy: ' ', HTTPS_PROXY: 'b' }, 'HTTPS_PROXY'],
  [hex, { http_proxy: 'a' }, undefined],
  [hex, { all_proxy: 'a' }, undefined],
  ['http://localhost:1', { http_proxy: 'a', https_proxy: 'b' }, 'http_proxy'],
  ['http://localhost:1', { https_proxy: 'b' }, undefined],
])('for %s with %j, uses %s', (origin, env, variable) => {
  expect(proxyFor(origin, env)?.variable).toBe(variable)
})

test.each([
  [hex, 'app.hex.tech'],
  [hex, 'localhost, .hex.tech'],
  [hex, 'localhost hex.tech'],
  [hex, 'localhost ,  hex.tech'],
  ['http://localhost', 'localhost:80'],
  [hex, '*.hex.tech'],
  [hex, 'APP.HEX.TECH:443'],
  [hex, 'hex.tech.'],
  [hex, ' * '],
  ['https://hex.tech', '*.hex.tech'],
  ['https://10.1.2.3', '127.0.0.0/8,10.1.2.3'],
  ['https://10.1.2.3:8443', '10.1.2.3:8443'],
  ['https://[fd00::1]', '[fd00::1]'],
  ['https://[fd00::1]', 'fd00::1'],
  ['https://[fd00::1]:8443', '[fd00::1]:8443'],
])('connects to %s directly with no_proxy=%s', (origin, no_proxy) => {
  expect(proxyFor(origin, { https_proxy, http_proxy: https_proxy, no_proxy })).toBeUndefined()
})

test.each([
  [hex, ''],
  [hex, ','],
  ['https://app.hex.tech.', ','],
  [hex, 'hex.tec'],
  [hex, 'p.hex.tech'],
  [hex, 'app.hex.tech:8443'],
  [hex, 'app.hex.tech:80'],
  [hex, '.'],
  [hex, '0.0.0.0/0'],
  ['https://10.1.2.3:8443', '10.1.2.3:443'],
  ['https://[fd00::1]', '[fd00::1]:8443'],
])('connects to %s through the proxy with no_proxy=%j', (origin, no_proxy) => {
  expect(proxyFor(origin, { https_proxy, no_proxy })?.host).toBe('proxy.example:3128')
})

test('reports that only http_proxy is set if https needs a proxy', () => {
  expect(unservedHint(hex, { HTTP_PROXY: 'a' })).toBe(
    'HTTP_PROXY is set, but HTTPS requests use https_proxy. Set https_proxy as well.',
  )
  expect(unservedHint(hex, { HTTP_PROXY: 'a', https_proxy: 'b' })).toBe('')
  expect(unservedHint('http://localhost', { HTTP_PROXY: 'a' })).toBe('')
  expect(unservedHint(hex, {})).toBe('')
})

test("GitHub's client uses the same proxy and the same exceptions", () => {
  const env: Record<string, string | undefined> = { HTTPS_PROXY: 'proxy:1' }
  settleProxy('https://api.github.com', env)
  expect(env).toEqual({ HTTPS_PROXY: 'http://proxy:1' })

  expect(settleProxy(hex, {})).toBeUndefined()

  const inside: Record<string, string | undefined> = { https_proxy, no_proxy: '*.example.com' }
  settleProxy('https://github.example.com', inside)
  expect(inside['no_proxy']).toBe('*.example.com,github.example.com')
})

const proxy = { url: 'http://u:hunter2@proxy:1', host: 'proxy:1', variable: 'HTTPS_PROXY' }

test.each([
  ['ENOTFOUND', '', 'was not found (ENOTFOUND). Check its hostname.'],
  [
    'ECONNREFUSED',
    '',
    'cannot be reached (ECONNREFUSED). Check its host and port, and make sure that it is running.',
  ],
  [
    'UND_ERR_PRX_TLS',
    '',
    "has a certificate for a different hostname. Check the proxy's hostname.",
  ],
  ['UND_ERR_PRX_CONN', '', 'closed the connection before opening a tunnel. Contact its operator.'],
  [
    'UND_ERR_ABORTED',
    'Proxy response (407) !== 200 when HTTP Tunneling',
    'requires a username and password (407). Store http://USER:PASSWORD@proxy:1 as a secret, and set HTTPS_PROXY to that secret.',
  ],
  [
    'UND_ERR_ABORTED',
    'Proxy Authentication Required (407)',
    'requires a username and password (407). Store http://USER:PASSWORD@proxy:1 as a secret, and set HTTPS_PROXY to that secret.',
  ],
  [
    'UND_ERR_ABORTED',
    'Proxy response (403) !== 200 when HTTP Tunneling',
    'does not allow connections to the Hex host (403). Ask its operator to allow the Hex host, or add that host to no_proxy.',
  ],
  [
    'UND_ERR_ABORTED',
    'Proxy response (502) !== 200 when HTTP Tunneling',
    'did not open a connection (502). Contact its operator.',
  ],
])('explains a failure at the proxy: %s %s', (code, message, advice) => {
  const failure = { code, message, sent: false }
  expect(proxyFailure(proxy, failure)).toBe(`The proxy proxy:1 from HTTPS_PROXY ${advice}`)
})

test.each([
  ['ECONNRESET', 'read ECONNRESET'],
  ['UND_ERR_ABORTED', 'Proxy response without a status'],
  ['UND_ERR_ABORTED', 'Response (403) !== 200'],
  ['UND_ERR_ABORTED', 'A Proxy response (403)'],
])('does not explain other failures: %s %s', (code, message) => {
  expect(proxyFailure(proxy, { code, message, sent: false })).toBeUndefined()
})

test.each(['ECONNREFUSED', 'EHOSTUNREACH', 'UND_ERR_PRX_CONN'])(
  'after the request was sent, %s does not prove that the proxy stopped it',
  (code) => {
    const failure = { code, message: 'The connection broke', sent: true }
    expect(proxyFailure(proxy, failure)).toBeUndefined()
  },
)

test('a 407 to a plain http request is from the proxy, although the request was sent', () => {
  const failure = {
    code: 'UND_ERR_ABORTED',
    message: 'Proxy Authentication Required (407)',
    sent: true,
  }
  expect(proxyFailure(proxy, failure)).toContain('requires a username and password (407)')
})
