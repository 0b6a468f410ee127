// Alone: the words of a page are the whole process’s, and these are not those of other tests.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type Catalogues, moreWords, startWords, t } from './words.ts'

const root = resolve(import.meta.dirname, '../..')

/** The file and all that it imports of ours, words apart. */
function reached(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path) || !existsSync(path)) return seen
  seen.add(path)
  for (const [, to = ''] of readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([#.][^']+\.tsx?)'/g)) {
    if (/words\//.test(to) || to.startsWith('#contract/')) continue
    reached(to.startsWith('#') ? join(root, to.slice(1)) : join(dirname(path), to), seen)
  }
  return seen
}

/** Keys, and beginnings of keys that are made (`phase.${…}`). */
function said(path: string): { keys: string[]; beginnings: string[] } {
  const text = readFileSync(path, 'utf8')
  const calls = [...text.matchAll(/\bt\(([^)]*)/g)].map(([, inside = '']) => inside)
  const all = (pattern: RegExp) => calls.flatMap((inside) => [...inside.matchAll(pattern)].map(([, key = '']) => key))
  return { keys: all(/'([a-z_]+(?:\.[A-Za-z_]+)+)'/g), beginnings: all(/`([a-z_]+\.)\$\{/g) }
}

async function loaded(folder: string, language: string): Promise<Set<string>> {
  const files = [join(root, 'web', folder, 'main.tsx'), join(root, 'web', folder, 'words-en.ts')]
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const names = [...text.matchAll(/#words\/(\w+)\/([\w-]+)\.ts/g)]
    .filter(([, of]) => of === language)
    .map(([, , name]) => name)
  const modules = await Promise.all(
    names.map((name) => import(pathToFileURL(join(root, 'words', language, `${name}.ts`)).href) as Promise<object>),
  )
  return new Set(modules.flatMap((module) => Object.values(module).flatMap((words) => Object.keys(words as object))))
}

for (const folder of ['field', 'portal']) {
  test(`the ${folder} page loads every word that it says, in both languages, and not the staff's`, async () => {
    const spoken = [...reached(join(root, 'web', folder, 'main.tsx'))].map(said)
    for (const language of ['ru', 'en']) {
      const words = await loaded(folder, language)
      const lacking = spoken.flatMap(({ keys }) => keys).filter((key) => !words.has(key))
      const begun = spoken.flatMap(({ beginnings }) => beginnings)
      const unbegun = begun.filter((beginning) => ![...words].some((key) => key.startsWith(beginning)))
      assert.deepEqual([...new Set([...lacking, ...unbegun])], [], language)
      assert.equal(words.has('nav.orders'), false)
    }
  })
}

const saying = (key: string): Catalogues => ({
  ru: async () => ({ [key]: ['по-русски'] }),
  en: async () => ({ [key]: ['in English'] }),
})

test('words that a page brings before the entry has its own are said in the language of the reader', async () => {
  Object.assign(globalThis, { document: { documentElement: { lang: 'en' } } })
  const brought = moreWords(saying('do.save'))
  await startWords(saying('do.close'))
  await brought
  assert.deepEqual([t('do.save'), t('do.close')], ['in English', 'in English'])
})
