import { expect, test } from 'vitest'
import { withoutSecrets } from '../../src/request/mask.ts'
import { countingWork } from '../work.ts'

const workOf = await countingWork()

test('twice as many secrets in twice as many texts take about twice the time', async () => {
  const hideIn = (count: number) => {
    const secrets = Array.from({ length: count }, (_, index) => `${index}-secret-of-user`)
    const users = secrets.map((secret) => ({ name: secret, note: `user ${secret} is here` }))
    return () => withoutSecrets(users, [['*', 'name']], secrets)
  }
  await workOf(hideIn(10))
  const [once, twice] = [await workOf(hideIn(500)), await workOf(hideIn(1_000))]
  expect(twice).toBeLessThan(3 * once)
})
