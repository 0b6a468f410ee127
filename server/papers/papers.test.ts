import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoredFile } from '#contract/files.ts'
import { getMemberTimeline } from '#contract/history.ts'
import * as leaving from '#contract/leaving.ts'
import { getMe } from '#contract/people.ts'
import * as papers from '#contract/papers.ts'
import * as tasks from '#contract/tasks.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { as, done, open, type Person } from '#test/as.ts'
import { uploadAt } from '#test/http.ts'
import { product } from '#test/product.ts'
import { race } from '#test/race.ts'
import { handing } from '#test/world/leaving.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { makeTaskAtWork } from '#test/world/tasks.ts'
import { makeCompany } from '#test/world.ts'

async function upload(by: Person, name = 'Договор № 7.pdf'): Promise<string> {
  const { url } = await product()
  const sent = await uploadAt(url, by, '/api/files', new File(['%PDF-1.4 договор'], name))
  return ((await sent.json()) as StoredFile).id
}

/** A performer with a contract, which the manager has added. */
async function makePapers() {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const pavel = await makePerformer(company, { name: 'Павел Жук' })
  const file_id = await upload(manager)
  const { rows } = await done(manager, papers.addPaper, { member_id: pavel.id, file_id, kind: 'contract' })
  const list = (by: Person) => as(by, papers.listPapers, { member_id: pavel.id })
  const opens = async (by: Person, id = file_id) => (await open(by, `/api/files/${id}`)).status
  return { company, owner: company.owner, manager, pavel, file_id, paper_id: rows[0]!.id, list, opens }
}

/** How many papers and files of papers raw SQL finds in a viewer's eyes. */
async function beyondTheWall(
  company_id: string,
  person: Person & { id: string },
  kind: 'staff' | 'performer',
): Promise<number[]> {
  const { process } = await product()
  const rights = new Set((await done(person, getMe, {})).member?.rights)
  return inTransaction(
    process.doorway,
    { kind, company_id, subject_id: person.id, only_order_id: null, rights },
    {
      read_only: true,
      run: async (db) => {
        const found = await db.selectFrom('member_papers').select('id').execute()
        const files = await db.selectFrom('files').select('id').where('paper_of', 'is not', null).execute()
        return [found.length, files.length]
      },
    },
  )
}

test('PAP-1 PAP-2: a paper is listed with who added it and when, under the name of its file, and opens', async () => {
  const { owner, manager, file_id, list, opens } = await makePapers()
  const { body } = await list(owner)
  const { kind, title, added_by, file } = body.rows[0]!
  assert.deepEqual([kind, title, added_by.name, file.id], ['contract', 'Договор № 7.pdf', manager.name, file_id])
  assert.deepEqual(body.can, { add: null, remove: null })
  assert.deepEqual([await opens(owner), await opens(manager)], [200, 200])
})

test('PAP-1 FIL-8 S93: for those who do not lead performers a paper is not there, nor its file by any address', async () => {
  const { company, owner, manager, pavel, list, opens } = await makePapers()
  const [accountant, clerk] = [await makeStaff(company, 'accountant'), await makeStaff(company, 'member')]
  const igor = await makePerformer(company)
  for (const one of [accountant, clerk]) {
    assert.deepEqual([(await list(one)).body.code, await opens(one)], ['performer.not_yours', 404])
    assert.deepEqual(await beyondTheWall(company.id, one, 'staff'), [0, 0])
  }
  for (const one of [pavel, igor]) {
    assert.deepEqual([(await list(one)).body.code, await opens(one)], ['door.staff', 404])
    assert.deepEqual(await beyondTheWall(company.id, one, 'performer'), [0, 0])
  }
  for (const one of [owner, manager]) assert.deepEqual(await beyondTheWall(company.id, one, 'staff'), [1, 1])
  const { owner: stranger } = await makeCompany()
  assert.deepEqual([(await list(stranger)).body.code, await opens(stranger)], ['member.missing', 404])
})

test('PAP-1: papers of the staff are the matter of owner and administrators, not of managers, and not his own', async () => {
  const { company, owner, manager, opens } = await makePapers()
  const admin = await makeStaff(company, 'admin')
  const file_id = await upload(owner)
  const at = { member_id: manager.id }
  await done(owner, papers.addPaper, { ...at, file_id, kind: 'identity', title: ' Паспорт ' })
  assert.equal((await done(admin, papers.listPapers, at)).rows[0]?.title, 'Паспорт')
  assert.deepEqual([await opens(admin, file_id), await opens(manager, file_id)], [200, 404])
  const own = await upload(manager)
  assert.equal(
    (await as(manager, papers.addPaper, { ...at, file_id: own, kind: 'other' })).body.code,
    'member.not_yours',
  )
  assert.deepEqual(await beyondTheWall(company.id, manager, 'staff'), [1, 1])
})

test("PAP-2: another's file is not there; one file is one paper, also at once, and hangs on nothing else", async () => {
  const { owner, manager, pavel, file_id } = await makePapers()
  const add = (by: Person, id: string) =>
    as(by, papers.addPaper, { member_id: pavel.id, file_id: id, kind: 'other' as const })
  assert.equal((await add(manager, await upload(owner))).body.code, 'file.missing')
  assert.equal((await add(manager, file_id)).body.code, 'file.missing')
  const fresh = await upload(manager)
  const added = await race(2, () => add(manager, fresh))
  assert.deepEqual(
    added.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 404],
  )
  const { id: task_id } = await makeTaskAtWork(manager, [pavel])
  const hung = await as(manager, tasks.addPhoto, { task_id, file_id, stage: 'after' })
  assert.equal(hung.body.code, 'file.missing')
})

test('PAP-4: a paper is called otherwise by those who read it; taken off, it is not there; the history does not tell the name', async () => {
  const { company, owner, manager, pavel, paper_id } = await makePapers()
  const call = (by: Person, title: string) => as(by, papers.renamePaper, { paper_id, title })
  const { rows } = await done(manager, papers.renamePaper, { paper_id, title: ' Договор подряда ', kind: 'other' })
  assert.deepEqual([rows[0]?.title, rows[0]?.kind], ['Договор подряда', 'other'])
  assert.equal((await call(manager, '  ')).body.code, 'field.required')
  const { body } = await as(owner, getMemberTimeline, { member_id: pavel.id })
  assert.equal(body.rows[0]?.name, 'member.paper_renamed')
  assert.ok(!JSON.stringify(body.rows).includes('подряда'))
  // Behind the wall it is not there at all.
  assert.equal((await call(await makeStaff(company, 'accountant'), 'Чужое')).body.code, 'paper.missing')
  assert.equal((await call((await makeCompany()).owner, 'Чужое')).body.code, 'paper.missing')
  await done(manager, papers.removePaper, { paper_id })
  assert.equal((await call(manager, 'Поздно')).body.code, 'paper.missing')
})

test('PAP-3: what was taken off may be put back; who has left gets nothing more, and what he has may be taken off', async () => {
  const { owner, manager, pavel, paper_id, list } = await makePapers()
  const at = { paper_id }
  assert.deepEqual((await done(manager, papers.removePaper, at)).rows, [])
  assert.deepEqual((await done(manager, papers.removePaper, at)).rows, [])
  assert.equal((await done(manager, papers.restorePaper, at)).rows[0]?.id, paper_id)
  const preview = await done(owner, leaving.previewLeaving, { member_id: pavel.id })
  await done(owner, leaving.leave, { member_id: pavel.id, held: handing(preview) })
  const { can, rows } = (await list(manager)).body
  assert.deepEqual([can.add?.code, can.remove, rows.length], ['member.left', null, 1])
  const file_id = await upload(manager)
  const more = await as(manager, papers.addPaper, { member_id: pavel.id, file_id, kind: 'other' })
  assert.equal(more.body.code, 'member.left')
  await done(manager, papers.removePaper, at)
  const told = await done(owner, getMemberTimeline, { member_id: pavel.id })
  assert.deepEqual(
    told.rows.map(({ name }) => name).filter((name) => name.startsWith('member.paper')),
    ['removed', 'restored', 'removed', 'added'].map((what) => `member.paper_${what}`),
  )
})
