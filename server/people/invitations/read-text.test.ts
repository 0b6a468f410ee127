import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read-text.ts'

const isRole = (cell: string) => ['менеджер', 'бухгалтер', 'manager'].includes(cell.toLowerCase())
const isPool = (cell: string) => ['электрики', 'клининг'].includes(cell.toLowerCase())
const read = (text: string) =>
  readText(text, { isRole, isPool }).map(({ name, email, role, position }) => [name, email, role, position])

test('S13: cells of a table are read with their head left out, whatever their order', () => {
  assert.deepEqual(read('ФИО\tДолжность\tПочта\nАнна Гринько\tДиспетчер\tanna@svet.example\nПётр\tМенеджер'), [
    ['Анна Гринько', 'anna@svet.example', '', 'Диспетчер'],
    ['Пётр', '', 'Менеджер', ''],
  ])
})

test('S13: typed lines are read with commas or semicolons, quotes, and addresses as letters have them', () => {
  assert.deepEqual(read('Анна Гринько <anna@svet.example>\n\npyotr@svet.example'), [
    ['Анна Гринько', 'anna@svet.example', '', ''],
    ['', 'pyotr@svet.example', '', ''],
  ])
  assert.deepEqual(read('Яна; бухгалтер; yana@svet.example'), [['Яна', 'yana@svet.example', 'бухгалтер', '']])
  assert.deepEqual(read('"Кот, Яна",yana@svet.example'), [['Кот, Яна', 'yana@svet.example', '', '']])
})

test('S13: a misspelt address stays in its place', () => {
  assert.deepEqual(read('Яна\tяна@\tКасса'), [['Яна', 'яна@', '', 'Касса']])
})

test('S13: nothing of a line is lost, also where it has more cells than we know', () => {
  assert.deepEqual(read('Яна\tКладовщик\tСклад 2'), [['Яна', '', '', 'Кладовщик, Склад 2']])
})

test('S13 S22: a cell that names a pool is the pool; several are kept', () => {
  const lines = readText('Яна\tМенеджер\tЭлектрики\tМастер\tКлининг', { isRole, isPool })
  assert.deepEqual(lines, [
    { name: 'Яна', email: '', role: 'Менеджер', position: 'Мастер', pool: 'Электрики, Клининг' },
  ])
})

test('S13 S22: under the head of pools a cell is a pool, also one that there is not yet', () => {
  const lines = readText('ФИО\tПул\tПочта\nЯна\tКровельщики\tyana@svet.example', { isRole, isPool })
  assert.deepEqual(lines, [{ name: 'Яна', email: 'yana@svet.example', role: '', position: '', pool: 'Кровельщики' }])
})

test('S13: under the head of roles a cell is a role, also a word that is none: it is shown in its place to be mended', () => {
  assert.deepEqual(read('ФИО\tРоль\tПочта\nЯна\tДиспечер\tyana@svet.example'), [
    ['Яна', 'yana@svet.example', 'Диспечер', ''],
  ])
})
