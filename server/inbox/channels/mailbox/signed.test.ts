import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messageOfOwnId, ownMessageId, plusAddress } from './signed.ts'

test('INB-32: own ids and addresses are known again, and made by nobody else', () => {
  const id = '0198c0de-0000-7000-8000-00000000abcd'
  const own = ownMessageId('secret', id, 'Info@Firma.example')
  assert.match(own, /^<n\.[a-z2-7]{42}@firma\.example>$/)
  assert.equal(messageOfOwnId('secret', own), id)
  assert.equal(messageOfOwnId('another', own), null)
  for (const forged of [
    own.replace('<n.a', '<n.b'),
    own.replace(/.@/, 'q7@'),
    '<n.@x>',
    '<x@y>',
    `<n.${'é'.repeat(42)}@x>`,
    '',
  ])
    if (forged !== own) assert.equal(messageOfOwnId('secret', forged), null, forged)
  assert.match(plusAddress('secret', id, 'info@firma.example') ?? '', /^info\+[a-z2-7]{42}@firma\.example$/)
  assert.equal(plusAddress('secret', id, `${'dispatcher'.repeat(3)}@firma.example`), null)
  // What is signed for one purpose is of no use for the other.
  const token = /n\.([a-z2-7]+)/.exec(own)?.[1]
  assert.notEqual(plusAddress('secret', id, 'a@b.by'), `a+${token}@b.by`)
})
