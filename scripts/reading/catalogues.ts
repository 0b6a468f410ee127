import { pathToFileURL } from 'node:url'
import { filesLike, root } from '../tree.ts'

/** Language → key → message, from every file of `words/`. A key that stands twice is kept as both. */
export async function catalogues(): Promise<Record<string, Map<string, string>>> {
  const languages: Record<string, Map<string, string>> = {}
  for (const path of filesLike('words/*/*.ts').filter((each) => !/index\.ts$|\.test\.ts$/.test(each))) {
    const language = path.split('/')[1] ?? ''
    const known = (languages[language] ??= new Map())
    const module = (await import(pathToFileURL(root + path).href)) as Record<string, unknown>
    for (const [key, message] of Object.values(module).flatMap(entries)) {
      if (known.has(key)) throw new Error(`${path}: ${key} stands in words/${language} twice`)
      known.set(key, message)
    }
  }
  return languages
}

const entries = (value: unknown): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    : []
