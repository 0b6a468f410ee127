import { call, holed, lineOf, literal, nodesIn, type Node } from './syntax.ts'
import { filesLike } from '../tree.ts'

export type Code = { code: string; at: string }

/** Where the code stands among the arguments, and what is added to it. */
const makers = new Map(
  Object.entries({
    no: { at: 0, end: '' },
    notNow: { at: 0, end: '' },
    invalid: { at: 1, end: '' },
    refusal: { at: 1, end: '' },
    problem: { at: 1, end: '' },
    missing: { at: 0, end: '.missing' },
    found: { at: 1, end: '.missing' },
  }),
)

/** Strings that an argument may turn out to be: itself, or the ends of a choice between some. */
const possible = (node: Node | undefined): string[] =>
  node?.type === 'ConditionalExpression'
    ? [...possible(node['consequent'] as Node), ...possible(node['alternate'] as Node)]
    : [holed(node)].filter((text) => text !== null)

/** `{ status: 409, code: 'x' }`, as the frame itself writes a refusal. */
function written(node: Node): string | null {
  if (node.type !== 'ObjectExpression') return null
  const fields = new Map(
    (node['properties'] as Node[]).map((each) => [(each['key'] as Node | undefined)?.['name'], each['value'] as Node]),
  )
  const status = fields.get('status')?.['value']
  return typeof status === 'number' && status >= 400 ? literal(fields.get('code')) : null
}

/** Codes of fields, requests and sign-in also stand in tables of the frame. */
function tabled(node: Node): string | null {
  const text = literal(node)
  return text && /^(field|request|account)\.(?!html$)[a-z_]+$/.test(text) ? text : null
}

/** Every code that the server may refuse with (`*` for a hole), and calls whose code cannot be read off the page. */
export function refusalCodes(): { codes: Code[]; unread: string[] } {
  const codes: Code[] = []
  const unread: string[] = []
  for (const path of filesLike('server/**/*.ts', 'platform/**/*.ts')) {
    if (path.endsWith('.test.ts')) continue
    for (const node of nodesIn(path)) {
      const at = `${path}:${lineOf(path, node.start)}`
      const own = written(node) ?? tabled(node)
      if (own) codes.push({ code: own, at })
      const made = call(node)
      const maker = made && (node['callee'] as Node).type === 'Identifier' ? makers.get(made.name) : null
      if (!made || !maker) continue
      const said = possible(made.args[maker.at])
      // errors.ts makes the makers: there the code is a parameter.
      if (path === 'platform/errors.ts' && !said.some((code) => !code.includes('*'))) continue
      // The body of an answer may carry the code of a refusal that was made elsewhere.
      if (!said.length && made.name !== 'problem')
        unread.push(`${at}: the code of ${made.name}(…) is not a plain string`)
      for (const code of said) codes.push({ code: code + maker.end, at })
    }
  }
  return { codes, unread }
}
