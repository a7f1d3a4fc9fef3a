import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { clientOf } from './real-time.ts'

test("quotes a proxy's response without the password", async () => {
  const proxy = createServer().on('connect', (_, socket) =>
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
  )
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void proxy.close())
  onTestFinished(() => void vi.unstubAllEnvs())
  const { port } = proxy.address() as AddressInfo
  const url = 'http://github.invalid/api/v3'
  vi.stubEnv('http_proxy', `http://user:hunter2@127.0.0.1:${port}`)
  vi.stubEnv('no_proxy', '')
  vi.stubEnv('GITHUB_API_URL', url)
  const repository = await clientOf({ url })

  await expect(repository.createComment(7, 'Text')).rejects.toMatchObject({
    message:
      'POST /repos/octo-org/analytics/issues/7/comments: Proxy response (407) !== 200 when HTTP Tunneling.',
  })
})
