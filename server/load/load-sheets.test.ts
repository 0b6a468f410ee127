import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import * as load from '#contract/time/load.ts'
import { done, open } from '#test/as.ts'
import { addPerformer, makePerformer } from '#test/world/people.ts'
import { makeTask } from '#test/world/tasks.ts'
import { makeCompany } from '#test/world.ts'

test('LOAD-6 S64: XLSX has the figures of everybody in the filter, as figures', async () => {
  const company = await makeCompany()
  const { owner } = company
  const pavel = await addPerformer(company, { name: 'Павел Жук' })
  for (let n = 0; n < 51; n++) await addPerformer(company, { name: `Маляр ${n}`, specialities: ['Маляры'] })
  const span = { starts_at: '2026-03-10T06:00:00.000Z', ends_at: '2026-03-10T09:30:00.000Z' }
  await makeTask(owner, [pavel], span)
  const { sums } = await done(owner, load.getLoad, { from: '2026-03-09', to: '2026-03-10' })

  const answer = await open(owner, '/api/load.xlsx?from=2026-03-09&to=2026-03-10')

  assert.equal(answer.status, 200)
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const sheet = (n: number) => strFromU8(files[`xl/worksheets/sheet${n}.xml`] ?? new Uint8Array())
  const [first, planned] = [sheet(1), sheet(2)]
  assert.equal(first.match(/<row /g)?.length, 1 + 52 + 1)
  const available = (sums?.all.available ?? []).reduce((sum, minutes) => sum + minutes, 0)
  assert.match(first, new RegExp(`<v>${available / 60}</v>`))
  assert.match(planned, /Павел Жук.*?<v>3\.5<\/v>.*?<v>0<\/v>.*?<v>3\.5<\/v>/)
  assert.match(decodeURIComponent(answer.headers.get('content-disposition') ?? ''), /Загрузка 2026-03-09 – 2026-03-10/)
})

test('LOAD-8: the workbook is refused as the page is', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const path = '/api/load.xlsx?from=2026-03-09&to=2026-03-10'
  assert.equal((await open(pavel, path)).status, 403)
  assert.equal((await open(company.owner, '/api/load.xlsx?from=2026-03-09&to=2026-03-01')).status, 422)
})
