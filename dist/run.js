import { stages } from './index.js'

await stages['run']()
