import { stages } from './index.js'

await stages['verify']()
