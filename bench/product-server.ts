/** The product as it is served, web and worker, on the measured database. Started by bench/main.ts. */
import { buildApp } from '#server/app.ts'
import { configOf } from './ground.ts'
import { openProcess } from '#server/world.ts'

const [url = '', folder = ''] = process.argv.slice(2)
const database = { url, direct_url: url, prepare: true }
const process_ = await openProcess({ config: configOf(folder), database, log: console.error })
const app = await buildApp(process_)
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
