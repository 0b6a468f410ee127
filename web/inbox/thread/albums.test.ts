import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message } from '#contract/inbox/conversations.ts'
import { withAlbums } from './albums.ts'

const of = (id: string, album: string | null, text = ''): Message =>
  ({ id, album, text, files: [{ name: `${id}.jpg`, part: 'picture', file: null, fault: null }] }) as unknown as Message

test('INB-42: pictures that were sent as one are shown as one, whatever stands before and behind them', () => {
  const shown = withAlbums([
    of('1', null, 'вот'),
    of('2', 'a'),
    of('3', 'a', 'течёт здесь'),
    of('4', 'b'),
    of('5', null),
  ])
  assert.deepEqual(
    shown.map(({ message, parts }) => [message.id, message.text, message.files.length, parts.length]),
    [
      ['1', 'вот', 1, 1],
      ['2', 'течёт здесь', 2, 2],
      ['4', '', 1, 1],
      ['5', '', 1, 1],
    ],
  )
})
