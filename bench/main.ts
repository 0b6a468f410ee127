/**
 * `npm run bench [-- --size S|M|L] [--json] [--only name]`: the product beside its limit, in turn, in one run.
 * docs/decisions/050-bench.md says what is measured against what.
 */
import { parseArgs } from 'node:util'
import { casesOf } from './cases.ts'
import { makeGround } from './ground.ts'
import type { Size } from './generate.ts'
import { measure, type Row } from './measure.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'S' },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    seconds: { type: 'string', default: '4' },
  },
})
const size = (['S', 'M', 'L'] as const).find((one) => one === values.size)
if (!size) {
  console.error(`There is no size ${values.size}: S, M, L`)
  process.exit(1)
}
const say = (line: string) => (values.json ? undefined : console.error(line))
const rows = await all(size)
if (values.json) console.log(JSON.stringify(rows))
else table(rows)

async function all(of: Size): Promise<Row[]> {
  const ground = await makeGround(of, say)
  try {
    const cases = casesOf(ground, of).filter(({ name }) => !values.only || name === values.only)
    const found: Row[] = []
    for (const one of cases) {
      say(`measuring ${one.name}…`)
      found.push(await measure(ground, { size: of, one, seconds: Number(values.seconds), say }))
    }
    return found
  } finally {
    await ground.server.stop()
  }
}

function table(found: Row[]): void {
  console.log('name                size   limit/s  product/s   ratio    bar   p50 ms   p99 ms')
  for (const { name, size: of, limit, product, ratio, p50_ms, p99_ms, bar } of found) {
    const figures = [
      limit.toFixed(0),
      product.toFixed(0),
      ratio.toFixed(2),
      bar.toFixed(2),
      p50_ms.toFixed(1),
      p99_ms.toFixed(1),
    ]
    console.log(`${name.padEnd(20)}${of}  ${figures.map((figure) => figure.padStart(9)).join('')}`)
  }
}
