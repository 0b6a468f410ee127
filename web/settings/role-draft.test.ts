import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toggled } from './role-draft.ts'

const known = {
  rights: [
    { right: 'money.read', always: false, needs: [] },
    { right: 'documents.issue', always: false, needs: ['money.read'] },
    { right: 'people.manage', always: false, needs: [] },
  ],
}

test('RGT-8: a right is ticked with what it needs, and goes with what it was needed for', () => {
  const ticked = toggled(known, ['people.manage'], 'documents.issue')
  assert.deepEqual(ticked, ['people.manage', 'money.read', 'documents.issue'])
  assert.deepEqual(toggled(known, ticked, 'documents.issue'), ['people.manage', 'money.read'])
  assert.deepEqual(toggled(known, ticked, 'money.read'), ['people.manage'])
})
