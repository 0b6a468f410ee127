import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacksOf, type Readiness, stateOf } from './task-state.ts'

type State = Readiness['performers'][number]['state']
const parts = (...states: State[]) => states.map((state) => ({ state }))

test('TSK-2: the state of a task follows from its performers', () => {
  assert.equal(stateOf([], 'new'), 'new')
  assert.equal(stateOf(parts('declined', 'declined'), 'new'), 'new')
  assert.equal(stateOf(parts('new', 'accepted'), 'new'), 'accepted')
  assert.equal(stateOf(parts('accepted', 'done'), 'accepted'), 'in_progress')
  assert.equal(stateOf(parts('done', 'declined'), 'in_progress'), 'done')
})

test('TSK-7: returned work stays returned until it is taken up', () => {
  assert.equal(stateOf(parts('in_progress', 'done'), 'returned'), 'returned')
  assert.equal(stateOf(parts('in_progress', 'done'), 'returned', { resumed: true }), 'in_progress')
  assert.equal(stateOf(parts('done'), 'returned'), 'done')
})

const performer = (name: string, state: State, minutes: number, rest = {}) => {
  const one = { member: { id: name, name }, state, minutes, clock_runs: false, zero_reason: null }
  return { ...one, ...rest }
}
const full = { points_open: 0, photos_before: { wanted: 0, there: 0 }, photos_after: { wanted: 1, there: 3 } }

test('TSK-4: hours are asked of whoever is on the task and has none, no clock and no reason', () => {
  const performers = [
    performer('a', 'in_progress', 0),
    performer('b', 'in_progress', 5),
    performer('c', 'in_progress', 0, { clock_runs: true }),
    performer('d', 'done', 0, { zero_reason: 'вместе' }),
    performer('e', 'declined', 0),
    performer('f', 'done', 0),
  ]
  const names = (of?: string) => lacksOf({ ...full, performers }, of).map(({ member }) => member?.name)
  assert.deepEqual(names(), ['a', 'f'])
  assert.deepEqual(names('b'), ['f'])
})
