import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areNamed, columnsOf } from './fields.ts'

const rows = [{ at: 2, cells: ['ООО «Свет»', '100582333', 'лишняя'] }]

test('S88: the columns of a table are as many as its widest row has, whatever its heading says', () => {
  const columns = columnsOf({ headings: ['Клиент'], rows }, ['name', null])
  assert.deepEqual(
    columns.map(({ at, field }) => [at, field]),
    [
      [0, 'name'],
      [1, null],
      [2, null],
    ],
  )
  assert.equal(columns[0]?.heading, 'Клиент')
})

test('S88: rows can say who they are by the name of a counterparty or of a contact', () => {
  assert.deepEqual(
    [areNamed(['phone', null]), areNamed([null, 'name']), areNamed(['contact_name'])],
    [false, true, true],
  )
})
