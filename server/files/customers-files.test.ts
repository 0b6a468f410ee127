import assert from 'node:assert/strict'
import { test } from 'node:test'
import multipart from '@fastify/multipart'
import fastify from 'fastify'
import sharp from 'sharp'
import { uuidv7 } from 'uuidv7'
import type { StoredFile } from '#contract/files.ts'
import { type Ctx, NOBODY, type Viewer } from '#platform/ctx.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { answerProblem } from '#platform/http/problem.ts'
import { product } from '#test/product.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { insistOwnFiles, sendFile, storeUpload } from './index.ts'

/** Two routes as the portal mounts them, with the eyes of one viewer. */
async function portalOf(viewer: Viewer) {
  const { app } = await product()
  const portal = fastify()
  portal.setErrorHandler(answerProblem)
  await portal.register(multipart)
  portal.post('/', (request) => storeUpload(app.frame, viewer, request))
  portal.get<{ Params: { id: string } }>('/:id', (request, reply) =>
    sendFile(app.frame, viewer, { file_id: request.params.id, request, reply }),
  )
  return portal
}

async function upload(viewer: Viewer, bytes: Uint8Array): Promise<StoredFile> {
  const form = new FormData()
  form.append('file', new Blob([bytes]), 'фото.jpg')
  const sent = new Response(form)
  const answer = await (
    await portalOf(viewer)
  ).inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': sent.headers.get('content-type')! },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<StoredFile>()
}

const open = async (viewer: Viewer, id: string) => (await portalOf(viewer)).inject(`/${id}`)

async function within(viewer: Viewer, run: (ctx: Ctx) => Promise<unknown>): Promise<void> {
  const { process } = await product()
  const ctx = { viewer, now: new Date(), if_match: null, world: process.world, afterCommit: [] }
  await inTransaction(process.doorway, viewer, { read_only: false, run: (db) => run({ ...ctx, db }) })
}

const nobody = { ...NOBODY, time_zone: 'Europe/Minsk' }
const staffOf = ({ id, owner }: Company): Viewer => ({
  ...nobody,
  kind: 'staff',
  company_id: id,
  subject_id: owner.id,
  role: 'owner',
})

/** A customer, and a way to show him files in a round. */
async function makeCustomer(company: Company) {
  const { id: counterparty_id, contacts } = await makeCounterparty(company.owner)
  const staff = staffOf(company)
  const customer: Viewer = {
    ...nobody,
    kind: 'customer',
    company_id: company.id,
    subject_id: counterparty_id,
    contact_id: contacts[0]!.id,
  }
  const [company_id, round_id, now] = [company.id, uuidv7(), new Date()]
  const round = {
    company_id,
    id: round_id,
    subject_kind: 'order',
    subject_id: uuidv7(),
    number: 1,
    counterparty_id,
    summary: 'Готово',
    sent_by: company.owner.id,
    sent_at: now,
  }
  await within(staff, ({ db }) => db.insertInto('approval_rounds').values(round).execute())
  const show = (file_id: string) =>
    within(staff, ({ db }) =>
      db
        .insertInto('round_photos')
        .values({ company_id, round_id, file_id, side: 'result', taken_at: now, position: 0 })
        .execute(),
    )
  return { staff, customer, show }
}

const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
    .withExif({ IFD0: { Make: 'Naryad' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 54/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

test('FIL-7 S93: a customer sees the photos he is shown, upright and clean, and no others', async () => {
  const { staff, customer, show } = await makeCustomer(await makeCompany())
  const file = await upload(staff, await photo())
  assert.equal((await open(customer, file.id)).statusCode, 404)

  await show(file.id)

  const { statusCode, headers, rawPayload } = await open(customer, file.id)
  assert.deepEqual([statusCode, headers['content-type']], [200, 'image/jpeg'])
  const { width, height, exif, orientation } = await sharp(rawPayload).metadata()
  assert.deepEqual([width, height, exif, orientation], [40, 60, undefined, undefined])
  assert.ok((await open(staff, file.id)).rawPayload.includes('Naryad'))
})

test('FIL-7: of a picture that cannot be cleaned a customer gets nothing, and is told', async () => {
  const { staff, customer, show } = await makeCustomer(await makeCompany())
  const broken = await upload(staff, (await photo()).subarray(0, 200))
  assert.deepEqual([broken.mime, broken.width], ['image/jpeg', null])
  await show(broken.id)
  const { statusCode, body } = await open(customer, broken.id)
  assert.deepEqual([statusCode, (JSON.parse(body) as { code: string }).code], [409, 'file.no_preview'])
})

test('FIL-5: what a customer sends is his to hang on his answer, and nobody else’s', async () => {
  const company = await makeCompany()
  const [{ staff, customer }, other] = [await makeCustomer(company), await makeCustomer(company)]
  const file = await upload(customer, await photo())

  await within(customer, (ctx) => insistOwnFiles(ctx, [file.id, file.id]))
  for (const viewer of [staff, other.customer])
    await assert.rejects(
      within(viewer, (ctx) => insistOwnFiles(ctx, [file.id])),
      { message: 'file.missing' },
    )
  assert.equal((await open(staff, file.id)).statusCode, 200)
  assert.equal((await open(other.customer, file.id)).statusCode, 404)
})
