import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sampleToken } from './auth.ts'
import { sampleWorkspace } from './sample-workspace.ts'
import { startHexSimulator } from './server.ts'
import { readWorkspace } from './workspace-file.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, workspace: { type: 'string' } },
})
const workspace =
  values.workspace === undefined
    ? sampleWorkspace()
    : readWorkspace(JSON.parse(readFileSync(values.workspace, 'utf8')))

const simulator = await startHexSimulator({ ...workspace, port: Number(values.port) })
const token = workspace.tokens?.[0]?.value ?? sampleToken

// The first line is for scripts: the host and a token, parted by a space.
console.log(`${simulator.url} ${token}`)
for (const project of simulator.world.projects()) console.log(`${project.id}  ${project.title}`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void simulator.close())
}
