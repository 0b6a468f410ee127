import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { startPress } from './press.ts'

const workspace = mkdtempSync(path.join(tmpdir(), 'press-'))
writeFileSync(
  path.join(workspace, 'good.typ'),
  '#set text(font: "PT Sans")\n#set document(title: "x")\n#json(bytes(sys.inputs.data)).said',
)
writeFileSync(path.join(workspace, 'wrong.typ'), '#no-such-thing')
writeFileSync(path.join(workspace, 'slow.typ'), '#for i in range(100000) { for j in range(100000) {} }')
writeFileSync(path.join(workspace, 'curious.typ'), '#read("/../../etc/passwd")')
const press = startPress({ timeout_ms: 3_000, idle_ms: 60_000 })
const job = (template: string) => ({ workspace, template, data: { said: 'Готово' }, created_at: new Date(0) })

after(() => {
  press.stop()
  rmSync(workspace, { recursive: true })
})

test('S56: a template that never ends is given up, and the next document is set', async () => {
  const [slow, next] = await Promise.allSettled([press.render(job('slow.typ')), press.render(job('good.typ'))])
  assert.match(String(slow.status === 'rejected' && slow.reason), /slow\.typ took over 3000 ms/)
  assert.equal(next.status, 'fulfilled')
})

test("S56: a wrong template is refused with the compiler's words, a right one after it is set", async () => {
  await assert.rejects(press.render(job('wrong.typ')), /wrong\.typ was not set.*no-such-thing/)
  assert.equal((await press.render(job('good.typ'))).pages, 1)
})

test('S56: a template reads nothing outside its folder', async () => {
  await assert.rejects(press.render(job('curious.typ')), /curious\.typ was not set/)
})

test('S56: a press that was stopped starts again by itself', async () => {
  await press.render(job('good.typ'))
  press.stop()
  assert.equal((await press.render(job('good.typ'))).pages, 1)
})
