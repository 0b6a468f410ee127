import { call, literal, nodesIn, quasi } from './syntax.ts'
import { filesLike } from '../tree.ts'

export type Title = { path: string; text: string }

const testing = new Set(['test', 'it', 'describe', 'step'])

/** The titles of all tests, stories and their steps. */
export function titles(): Title[] {
  return filesLike('**/*.test.ts', 'e2e/**/*.e2e.ts').flatMap((path) => {
    const found: Title[] = []
    for (const node of nodesIn(path)) {
      const { name, args } = call(node) ?? {}
      const first = args?.[0]
      if (!name || !testing.has(name) || !first) continue
      // A title with holes is cited by what stands before the first of them.
      const text = literal(first) ?? (first.type === 'TemplateLiteral' ? quasi(first, 0) : null)
      if (text !== null) found.push({ path, text })
    }
    return found
  })
}

export type Rule = { id: string; says: string; path: string }

const rule = /^[-*\s]*\**([A-Z]{2,4}-\d+[a-z]?)\**[\s:.]+(.*)$/gm

/** The rules that the READMEs of the contexts and of the platform state. */
export function rules(readText: (path: string) => string): Rule[] {
  return filesLike('server/**/README.md', 'platform/**/README.md', 'web/**/README.md').flatMap((path) =>
    [...readText(path).matchAll(rule)].map(([, id = '', says = '']) => ({ id, says, path })),
  )
}

/** What a title cites: `ORD-3 S49: …` gives ORD-3 and S49, `S31–S33` gives all three. */
export function cited(title: string): string[] {
  const spans = [...title.matchAll(/\bS(\d+)[–-]S?(\d+)\b/g)].flatMap(([, from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => `S${Number(from) + n}`),
  )
  return [...new Set([...(title.match(/\b(?:[A-Z]{2,4}-\d+[a-z]?|S\d{1,2})\b/g) ?? []), ...spans])]
}
