import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { endpoint, Nothing } from '#contract/endpoint.ts'
import { requestOf } from './call.ts'
import { recent, touches } from './live.ts'

const close = endpoint({
  method: 'POST',
  path: '/tasks/:task_id/close',
  summary: 'Closes',
  params: Type.Object({ task_id: Type.String() }),
  query: Type.Object({ phase: Type.Optional(Type.Array(Type.String())), late: Type.Optional(Type.Boolean()) }),
  body: Type.Object({ note: Type.String() }),
  reply: Nothing,
})

test('an input finds its place in path, query and body', () => {
  const { url, init } = requestOf(close, { task_id: 'a/b', phase: ['new', 'work'], late: true, note: 'Готово' })
  assert.equal(url, '/api/tasks/a%2Fb/close?phase=new&phase=work&late=true')
  assert.equal(init.body, '{"note":"Готово"}')
})

test('a POST carries a key of its act, a change carries the version that was seen', () => {
  const { init } = requestOf(close, { task_id: 'x', note: '' }, { key: 'k', version: 7 })
  const headers = init.headers as Record<string, string>
  assert.equal(headers['idempotency-key'], 'k')
  assert.equal(headers['if-match'], '"7"')
})

test('an act outlives the page that it was begun on, as long as the browser carries as much', () => {
  assert.equal(requestOf(close, { task_id: 'x', note: 'Готово' }).init.keepalive, true)
  assert.equal(requestOf(close, { task_id: 'x', note: 'о'.repeat(9000) }).init.keepalive, false)
  const { body: _, ...look } = close
  assert.equal(requestOf({ ...look, method: 'GET' }, { task_id: 'x' }).init.keepalive, false)
})

test('what a filter leaves out is not sent', () => {
  assert.equal(requestOf(close, { task_id: 'x', phase: [], late: undefined, note: '' }).url, '/api/tasks/x/close')
})

test('a live event touches replies of its thing and lists of its kind, and no others', () => {
  const event = { name: 'order.moved', subject_kind: 'order', subject_id: 'o1' }
  const kept = (path: string, input: unknown, data: unknown = {}) => ({ queryKey: [path, input], state: { data } })
  assert.equal(touches(event, kept('/orders/:order_id', { order_id: 'o1' })), true)
  assert.equal(touches(event, kept('/orders/:order_id', { order_id: 'o2' })), false)
  assert.equal(touches(event, kept('/orders', { phase: ['work'] })), true)
  assert.equal(touches(event, kept('/home', {}, { waiting: [{ id: 'o1' }] })), true)
  assert.equal(touches(event, kept('/counterparties', {})), false)
})

test('an event that comes twice after a break counts once', () => {
  const isNew = recent(2)
  assert.deepEqual(['1', '2', '2', '3', '1'].map(isNew), [true, true, false, true, true])
})
