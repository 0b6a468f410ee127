import type { ReactNode } from 'react'
import { Link } from '#web/platform/link.tsx'
import type { Values } from '#words/index.ts'
import type { Facts } from '#web/platform/problem.ts'
import { locale, sentence, t } from '#web/platform/words.ts'

/** A thing that a refusal names, so that the sentence can lead to it. */
type Named = { id: string; number?: number | string; title?: string; name?: string }

/** Where the things of a refusal's facts live: the fact's name says their kind. */
const PLACES: Record<string, string> = {
  task: '/tasks',
  order: '/orders',
  document: '/documents',
  counterparty: '/counterparties',
  performer: '/performers',
}

const MARK = '\uE000'

type Props = {
  code: string
  facts?: Facts | undefined
  /** It goes on a sentence that has begun: «Пока нельзя: сначала закройте…». */
  goes_on?: boolean
}

/** A refusal in words, with what stands in the way as links: «Открыты задача 2 и задача 3». */
export function Reason({ code, facts = {}, goes_on = false }: Props) {
  // A sentence that names them by their numbers gets the numbers as links, and nothing after it.
  const by_number = 'numbers' in facts
  const links = Object.entries(facts).flatMap(([name, value]) => linked(name, value, by_number))
  const values: Values = {}
  for (const [name, value] of Object.entries(facts))
    if (typeof value === 'string' || typeof value === 'number') values[name] = value
  for (const { name, n } of links) Object.assign(values, { [name]: MARK + name + MARK, [`${name}_n`]: n })
  if (by_number && links[0]) values['numbers'] = MARK + links[0].name + MARK
  const words = sentence(code, values)
  return <>{woven(goes_on ? words.charAt(0).toLowerCase() + words.slice(1) : words, links)}</>
}

type Linked = { name: string; n: number; node: ReactNode }

function linked(name: string, value: unknown, by_number: boolean): Linked[] {
  const place = PLACES[name] ?? PLACES[name.replace(/ies$/, 'y').replace(/s$/, '')]
  const things = (Array.isArray(value) ? value : [value]).filter(isNamed)
  if (things.length === 0) return []
  return [{ name, n: things.length, node: <Things things={things} place={place} kind={by_number ? 'order' : name} /> }]
}

const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'

function Things({ things, place, kind }: { things: Named[]; place: string | undefined; kind: string }) {
  const shown = things.slice(0, 5)
  const names = shown.map((thing) => nameOf(thing, kind))
  const parts = new Intl.ListFormat(locale(), { type: 'conjunction' }).formatToParts(names)
  // Elements and what parts them take turns, beginning with an element.
  const list = parts.map((part, i) => {
    const thing = part.type === 'element' ? shown[i / 2] : undefined
    if (!thing || !place) return part.value
    return (
      <Link key={thing.id} to={`${place}/${thing.id}`}>
        {part.value}
      </Link>
    )
  })
  return (
    <>
      {list}
      {things.length > shown.length && ` ${t('people.more', { n: things.length - shown.length })}`}
    </>
  )
}

function nameOf({ number, title, name }: Named, kind: string): string {
  if (number !== undefined && kind.startsWith('task')) return t('thing.task', { number })
  if (number !== undefined && kind.startsWith('order')) return t('thing.order', { number })
  return title ?? name ?? String(number ?? '')
}

/** The sentence with its marks replaced; a sentence without marks is followed by the links. */
function woven(text: string, links: Linked[]): ReactNode[] {
  const pieces = text.split(MARK)
  if (pieces.length === 1) return [text, ...links.map(({ name, node }) => <span key={name}> {node}</span>)]
  return pieces.map((piece, i) =>
    i % 2 === 0 ? piece : <span key={i}>{links.find((l) => l.name === piece)?.node}</span>,
  )
}
