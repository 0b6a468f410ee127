import { parseSync } from 'vite'
import { textOf } from '../tree.ts'

/** A node of the syntax tree (ESTree): only what the checks ask for. */
export type Node = { type: string; start: number; end: number; [part: string]: unknown }

const trees = new Map<string, ReturnType<typeof parseSync>>()

/** The parsed file; a file that does not parse is an error of the whole run. */
export function parsed(path: string): ReturnType<typeof parseSync> {
  const known = trees.get(path)
  if (known) return known
  const tree = parseSync(path, textOf(path))
  if (tree.errors.length) throw new Error(`${path} does not parse: ${tree.errors[0]?.message}`)
  trees.set(path, tree)
  return tree
}

const isNode = (it: unknown): it is Node => typeof it === 'object' && it !== null && 'type' in it

/** Every node of a file or of a part of it, parents first. */
export function* nodesOf(part: unknown): Generator<Node> {
  if (isNode(part)) yield part
  if (Array.isArray(part)) for (const each of part) yield* nodesOf(each)
  else if (isNode(part)) for (const value of Object.values(part)) if (typeof value === 'object') yield* nodesOf(value)
}

export const nodesIn = (path: string): Generator<Node> => nodesOf(parsed(path).program)

/** `test('…')` and `t.skip('…')` alike: the last name of what is called, and its arguments. */
export function call(node: Node): { name: string; args: Node[] } | null {
  if (node.type !== 'CallExpression') return null
  const callee = node['callee'] as Node
  const named = (callee.type === 'MemberExpression' ? callee['property'] : callee) as Node
  return typeof named['name'] === 'string' ? { name: named['name'], args: node['arguments'] as Node[] } : null
}

/** The text of a string that needs no running to be known. */
export function literal(node: Node | undefined): string | null {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node?.type !== 'TemplateLiteral' || (node['expressions'] as Node[]).length) return null
  return quasi(node, 0)
}

/** A piece of a template between its holes. */
export const quasi = (node: Node, at: number): string =>
  ((node['quasis'] as Node[])[at]?.['value'] as { cooked: string } | undefined)?.cooked ?? ''

/** The text of a string, with `*` where a template has a hole. */
export function holed(node: Node | undefined): string | null {
  if (node?.type !== 'TemplateLiteral') return literal(node)
  return (node['quasis'] as Node[]).map((_, at) => quasi(node, at)).join('*')
}

/** Whether a key is, or may become, what `holed` gave. */
export const mayBe = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split('*')
      .map((part) => RegExp.escape(part))
      .join('.+')}$`,
  )

export const lineOf = (path: string, at: number): number => textOf(path).slice(0, at).split('\n').length
