/**
 * `npm run faults`: what must hold when things break. Bounded, and repeatable by its seed.
 * `npm run faults -- --seed 7 --kills 100 --load orders`
 */
import { parseArgs } from 'node:util'
import { killStory } from './kill.ts'
import { loads } from './loads.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kills: { type: 'string', default: '30' },
    load: { type: 'string', default: 'orders' },
  },
})
const load = loads[values.load]
if (!load) {
  console.error(`No load is called ${values.load}. There are: ${Object.keys(loads).join(' ')}`)
  process.exit(1)
}
const [seed, kills] = [Number(values.seed), Number(values.kills)]
console.log(`seed ${seed}: ${kills} kills under a load of ${values.load}`)
const { faults, figures } = await killStory({ seed, kills, load })
for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(13)} ${value}`)
for (const fault of faults) console.log(`FAULT: ${fault}`)
console.log(faults.length ? `failed; repeat with --seed ${seed}` : 'every acknowledged write is there once')
process.exitCode = faults.length ? 1 : 0
