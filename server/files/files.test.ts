import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import sharp from 'sharp'
import { uuidv7 } from 'uuidv7'
import type { StoredFile } from '#contract/files.ts'
import { anybody, type Person, type Problem } from '#test/as.ts'
import { product } from '#test/product.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { LARGEST } from './store-upload.ts'

const cookies = (person: Person) => [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')

type Sent = { status: number; body: StoredFile & Problem }
type Given = { bytes: Uint8Array | string; name?: string; part?: string; key?: string }

async function send(person: Person, { bytes, name = 'фото.jpg', part = 'file', key }: Given): Promise<Sent> {
  const { url } = await product()
  const form = new FormData()
  form.append(part, new Blob([bytes]), name)
  const headers = { cookie: cookies(person), ...(key !== undefined && { 'idempotency-key': key }) }
  const response = await fetch(`${url}/api/files`, { method: 'POST', headers, body: form })
  return { status: response.status, body: (await response.json()) as Sent['body'] }
}

async function open(person: Person, id: string, rest: { query?: string; headers?: Record<string, string> } = {}) {
  const { url } = await product()
  const response = await fetch(`${url}/api/files/${id}${rest.query ?? ''}`, {
    headers: { cookie: cookies(person), ...rest.headers },
  })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** A lying phone's photo: 60 × 40 in the file, upright 40 × 60, with the place where it was taken. */
const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
    .withExif({ IFD0: { Make: 'Naryad' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 54/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

test('FIL-1 FIL-2: a photo comes back as it was, shown by its bytes and not by its name', async () => {
  const { owner } = await makeCompany()
  const bytes = await photo()

  const { status, body } = await send(owner, { bytes, name: 'счёт.html' })

  assert.equal(status, 200)
  assert.deepEqual(
    [body.name, body.mime, body.size, body.width, body.height],
    ['счёт.html', 'image/jpeg', bytes.length, 40, 60],
  )
  const answer = await open(owner, body.id)
  assert.deepEqual(answer.bytes, bytes)
  assert.equal(answer.headers.get('content-type'), 'image/jpeg')
  assert.equal(answer.headers.get('content-security-policy'), "sandbox; default-src 'none'")
  assert.match(answer.headers.get('cache-control')!, /private.*immutable/)
  assert.match(answer.headers.get('content-disposition')!, /^inline; filename="____.html"; filename\*=UTF-8''%D1%81/)
  const again = await open(owner, body.id, { headers: { 'if-none-match': answer.headers.get('etag')! } })
  assert.deepEqual([again.status, again.bytes.length], [304, 0])
})

test('FIL-6: what could run in the browser is saved, whatever it is called', async () => {
  const { owner } = await makeCompany()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const hostile = [
    svg,
    `<?xml version="1.0"?>${svg}`,
    '<!doctype html><script>alert(1)</script>',
    'alert(1)',
    '%!PS',
    'GIF89a=1;alert(1)//',
  ]
  for (const bytes of hostile.slice(0, 5)) {
    const { body } = await send(owner, { bytes, name: 'a.png' })
    const { headers } = await open(owner, body.id)
    assert.deepEqual(
      [headers.get('content-type'), headers.get('content-disposition')?.slice(0, 10)],
      ['application/octet-stream', 'attachment'],
      bytes,
    )
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  }
  const { body } = await send(owner, { bytes: hostile[5]! })
  const { headers } = await open(owner, body.id)
  assert.deepEqual([headers.get('content-type'), headers.get('x-content-type-options')], ['image/gif', 'nosniff'])
  const pdf = await send(owner, { bytes: '%PDF-1.7\n', name: 'акт.pdf' })
  assert.match((await open(owner, pdf.body.id)).headers.get('content-disposition')!, /^inline/)
})

test('FIL-1: a file too large, an empty one and none are refused in words', async () => {
  const { owner } = await makeCompany()
  const refused = async (given: Given) => {
    const { status, body } = await send(owner, given)
    return [status, body.code]
  }
  assert.deepEqual(await refused({ bytes: new Uint8Array(LARGEST + 1) }), [413, 'file.too_large'])
  assert.deepEqual(await refused({ bytes: '' }), [422, 'file.empty'])
  assert.deepEqual(await refused({ bytes: 'x', part: 'photo' }), [422, 'file.none'])
  assert.equal((await send(owner, { bytes: new Uint8Array(LARGEST) })).status, 200)
  assert.deepEqual((await send(anybody(), { bytes: 'x' })).body.code, 'session.missing')
})

test('FIL-3: the same upload many times at once is one file, another under its key is an error', async () => {
  const { owner } = await makeCompany()
  const key = uuidv7()
  const replies = await race(5, () => send(owner, { bytes: 'раз', name: 'a.txt', key }))
  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200, 200, 200, 200],
  )
  assert.equal(new Set(replies.map(({ body }) => body.id)).size, 1)
  const other = await send(owner, { bytes: 'два', name: 'a.txt', key })
  assert.deepEqual([other.status, other.body.code], [422, 'idempotency.reused'])
})

test('FIL-3: an upload that breaks off leaves nothing', async () => {
  const [{ owner }, { url, process }] = [await makeCompany(), await product()]
  const folder = fileURLToPath(process.config.files_url)
  const before = readdirSync(folder).length
  const gone = Promise.withResolvers<void>()
  const request = httpRequest(`${url}/api/files`, {
    method: 'POST',
    headers: { cookie: cookies(owner), 'content-type': 'multipart/form-data; boundary=x', 'content-length': 100_000 },
  })
  request.on('error', () => gone.resolve())
  request.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf of', () =>
    request.destroy(),
  )
  await gone.promise
  const incoming = join(folder, 'incoming')
  for (let tries = 0; tries < 200 && readdirSync(incoming).length > 0; tries += 1) await open(owner, uuidv7())
  assert.deepEqual(readdirSync(incoming), [])
  assert.equal(readdirSync(folder).length, before)
})

test('FIL-4: hostile names arrive as names', async () => {
  const { owner } = await makeCompany()
  const names: [string, string][] = [
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\отчёт за март.xlsx', 'отчёт за март.xlsx'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['..', 'file'],
    [`${'я'.repeat(300)}.jpeg`, `${'я'.repeat(195)}.jpeg`],
    ["o'brien (1) 100%.txt", "o'brien (1) 100%.txt"],
  ]
  for (const [given, kept] of names) {
    const { body } = await send(owner, { bytes: given, name: given })
    assert.equal(body.name, kept)
    const said = (await open(owner, body.id)).headers.get('content-disposition')!
    assert.equal(decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(said)![1]!), kept)
    assert.match(said, /^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[\w.!~%-]*$/)
  }
})

test('FIL-7: a small picture is upright and says nothing of where it was taken', async () => {
  const { owner } = await makeCompany()
  const bytes = await photo()
  assert.ok(bytes.includes('Naryad'))
  const { body } = await send(owner, { bytes })

  const small = await open(owner, body.id, { query: '?w=150' })
  const { width, height, orientation, exif } = await sharp(small.bytes).metadata()
  assert.deepEqual([width, height, orientation, exif], [40, 60, undefined, undefined])
  assert.notEqual(small.headers.get('etag'), (await open(owner, body.id)).headers.get('etag'))
  const big = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const wide = await send(owner, { bytes: big })
  const shown = await race(5, () => open(owner, wide.body.id, { query: '?w=300' }))
  assert.deepEqual(
    await Promise.all(shown.map(async (one) => (await sharp(one.bytes).metadata()).width)),
    [400, 400, 400, 400, 400],
  )
  assert.equal((await open(owner, body.id, { query: '?w=0' })).status, 422)
  assert.deepEqual(
    (await open(owner, (await send(owner, { bytes: '%PDF-1.7' })).body.id, { query: '?w=200' })).bytes.toString(),
    '%PDF-1.7',
  )
})

test('FIL-5: a file of another company is not there, nor is one that never was', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const { body } = await send(theirs.owner, { bytes: 'тайна' })
  for (const id of [body.id, uuidv7()]) {
    const answer = await open(ours.owner, id)
    assert.deepEqual([answer.status, (JSON.parse(answer.bytes.toString()) as Problem).code], [404, 'file.missing'])
  }
  assert.equal((await open(ours.owner, 'nothing')).status, 422)
  assert.equal((await open(anybody(), body.id)).status, 401)
})
