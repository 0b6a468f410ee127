import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Placed } from '#contract/tree.ts'
import { foldedAtFirst, matches, subtree, treeOf, unfolded, visible } from './tree-model.ts'

const person = (id: string, head_id: string | null, more: Partial<Placed> = {}): Placed => ({
  id,
  name: id,
  position: null,
  phone: null,
  role: 'member',
  role_name: null,
  state: 'active',
  head_id,
  performers: 0,
  confirmed: true,
  can: { move: null },
  ...more,
})
const line = [person('top', null), person('a', 'top'), person('b', 'top'), person('c', 'a'), person('d', 'c')]
const names = (nodes: { who: Placed }[]) => nodes.map(({ who }) => who.id)

test('S25: a tree is drawn from the top down, and what is folded away is counted', () => {
  const tree = treeOf(line)
  assert.deepEqual(names(visible(tree, new Set())), ['top', 'a', 'c', 'd', 'b'])
  assert.deepEqual(names(visible(tree, new Set(['a']))), ['top', 'a', 'b'])
  const a = tree.by_id.get('a')
  assert.deepEqual([a?.below, a?.depth, tree.by_id.get('d')?.depth], [2, 1, 3])
  assert.deepEqual([...subtree(tree, 'a')], ['a', 'c', 'd'])
})

test('S25: whose head the viewer does not see stands at the top', () => {
  assert.deepEqual(names(treeOf([person('a', null), person('b', 'elsewhere')]).roots), ['a', 'b'])
})

test('S25: in a large company only the top and one’s own line are open at first', () => {
  const many = Array.from({ length: 50 }, (_, n) => person(`x${n}`, n < 5 ? 'top' : `x${n % 5}`))
  const tree = treeOf([person('top', null), ...many])
  assert.deepEqual(names(visible(tree, foldedAtFirst(tree, undefined))), ['top', 'x0', 'x1', 'x2', 'x3', 'x4'])
  const own = foldedAtFirst(tree, 'x7')
  assert.ok(visible(tree, own).some(({ who }) => who.id === 'x7'))
  assert.equal(foldedAtFirst(treeOf(line), undefined).size, 0)
})

test('S25: people are found by name, position and phone, and what hides them opens', () => {
  const tree = treeOf([
    person('top', null),
    person('a', 'top', { name: 'Алёна Шульга', position: 'Диспетчер' }),
    person('b', 'a', { name: 'Пётр', phone: '+375291112233' }),
  ])
  assert.deepEqual(names(matches(tree, 'алена')), ['a'])
  assert.deepEqual(names(matches(tree, 'диспетч')), ['a'])
  assert.deepEqual(names(matches(tree, '111-22')), ['b'])
  assert.deepEqual(matches(tree, '  '), [])
  assert.deepEqual([...unfolded(tree, new Set(['top', 'a']), ['b'])], [])
})
