import { refusalCodes } from './refusal-codes.ts'
import { call, holed, lineOf, literal, mayBe, nodesIn, type Node } from './syntax.ts'
import { filesLike } from '../tree.ts'

const speaking = (): string[] =>
  [...filesLike('{server,platform,web,contract,widget}/**/*.{ts,tsx}'), ...filesLike('words/*.ts')].filter(
    (path) => !path.endsWith('.test.ts'),
  )

type Used = {
  /** Keys that are certainly asked for, with the place. */
  named: { key: RegExp; at: string }[]
  /** Every plain string of the program: a key may travel through a table before it is said. */
  texts: Set<string>
  /** Strings with holes that begin like a key. */
  patterns: RegExp[]
}

/** What the program says or may say. */
export function keysUsed(): Used {
  const used: Used = { named: [], texts: new Set(), patterns: [] }
  for (const path of speaking())
    for (const node of nodesIn(path)) {
      const text = holed(node)
      if (text !== null && !text.includes('*')) used.texts.add(text)
      else if (text !== null && /^[a-z_]+\.|^\*[._][a-z_]+$/.test(text)) used.patterns.push(mayBe(text))
      const key = saidBy(node)
      if (key) used.named.push({ key: mayBe(key), at: `${path}:${lineOf(path, node.start)}: ${key}` })
    }
  for (const { code } of refusalCodes().codes) used.patterns.push(mayBe(code))
  return used
}

/** The key of `t('key')`. */
function saidBy(node: Node): string | null {
  const made = call(node)
  if (made?.name !== 't') return null
  const key = holed(made.args[0])
  return key?.startsWith('*') ? null : key
}

// A single letter is an alphabet's, not a word.
const cyrillic = /\p{Script=Cyrillic}.*\p{Script=Cyrillic}/su
// What a person reads or hears although it is no child of an element.
const read = new Set(['label', 'title', 'placeholder', 'aria-label', 'description', 'alt'])

// Grammar of numerals, letters of a tax number, a probe of the server's sorting: facts of a language, not messages in it.
// The contract speaks to programmers, and the show of parts in web/ui/parts is seen by them alone.
const silent =
  /^(platform\/(amount-words|check-digits|db\/fitness)\.ts$|server\/orders\/reading\/|server\/counterparties\/(tidy|counterparty-sql|sites\/put-site|contacts\/callers)\.ts$|server\/history\/search-people\.ts$|contract\/|web\/ui\/parts\/)/

/** Words that a person would see and no catalogue knows. Patterns that read what people type are no words of ours. */
export function spokenElsewhere(): string[] {
  return speaking().flatMap((path) => {
    if (silent.test(path)) return []
    const [found, keys] = [[] as string[], keyCaps(path)]
    for (const node of nodesIn(path)) {
      const text = bare(node)
      if (text && !keys.has(node.start))
        found.push(`${path}:${lineOf(path, node.start)}: «${text.trim().slice(0, 60)}» belongs into words/`)
    }
    return found
  })
}

/** Where `<kbd>Ctrl K</kbd>` says what stands on a key: the same in every language. */
function keyCaps(path: string): Set<number> {
  const caps = [...nodesIn(path)].filter(
    (node) =>
      node.type === 'JSXElement' && /^kbd$/i.test(String(((node['openingElement'] as Node)['name'] as Node)['name'])),
  )
  return new Set(caps.flatMap((node) => (node['children'] as Node[]).map(({ start }) => start)))
}

function bare(node: Node): string | null {
  if (node.type === 'JSXText' && /\p{L}/u.test(String(node['value']))) return String(node['value'])
  if (node.type === 'JSXAttribute' && read.has(String((node['name'] as Node)['name']))) {
    const text = literal(node['value'] as Node | undefined)
    if (text && /\p{L}/u.test(text)) return text
  }
  const text = node.type === 'TemplateElement' ? (node['value'] as { cooked: string }).cooked : literal(node)
  return text && cyrillic.test(text) ? text : null
}
