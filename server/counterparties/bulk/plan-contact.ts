import type { Reach } from '../doubles.ts'
import type { Incoming, Manner, RowFault } from './incoming.ts'
import { type Firm, type Human, humanOf, type Known, nameKey, reachKey } from './known.ts'
import { type Bench, makeHuman } from './writing.ts'

type Contact = {
  /** Why the row is left. */
  stop?: RowFault
  warnings: RowFault[]
  /** Notes down what is to be written of him at a counterparty; tells whether that is anything. */
  put(bench: Bench, firm: Firm): boolean
}

/**
 * The person of a row: known by a phone or an e-mail, for those are one person's (CPT-2), else by his name at the
 * counterparty. Whoever belonged to none yet becomes this one's (CPT-3).
 */
export function contactOf(
  known: Known,
  { contact, counterparty }: Incoming,
  firm: Firm | undefined,
  there: Manner,
): Contact | null {
  if (!contact) return null
  const held = contact.reaches.flatMap((reach) => {
    const human = known.by_reach.get(reachKey(reach))
    return human ? [{ human, reach }] : []
  })
  const [first] = held
  const strange = held.find(
    ({ human }) =>
      human.id !== first?.human.id || (human.counterparty_id !== null && human.counterparty_id !== firm?.id),
  )
  if (strange) return { stop: doubleOf(strange.human, strange.reach), warnings: [], put: () => false }
  const key = nameKey(contact.name)
  const human = first?.human ?? (firm && known.people.get(firm.id)?.find(({ name }) => nameKey(name) === key))
  const renamed = human && nameKey(human.name) !== key && contact.name !== counterparty.name
  const wins = there === 'overwrite' && human?.from === 'before'
  const warning = renamed && !wins && human.counterparty_id !== null ? [otherName(human, contact.name)] : []
  return { warnings: warning, put: (bench, at) => put(bench, at, { contact, human, wins }) }
}

type Wish = { contact: NonNullable<Incoming['contact']>; human: Human | undefined; wins: boolean }

function put(bench: Bench, firm: Firm, { contact, human, wins }: Wish): boolean {
  const { name, position, reaches } = contact
  if (!human) {
    const made = makeHuman(bench, { name, position, counterparty_id: firm.id, firm: firm.name })
    putReaches(bench, made, reaches)
    return true
  }
  const adopted = human.counterparty_id === null
  const news = reaches.filter((reach) => !bench.known.by_reach.has(reachKey(reach)))
  const after = {
    counterparty_id: firm.id,
    name: adopted || wins ? name : human.name,
    position: position !== null && (wins || human.position === null) ? position : human.position,
  }
  const changed = changeHuman(bench, human, { after, reaches: news })
  if (adopted) {
    human.firm = firm.name
    humanOf(bench.known, human)
  }
  putReaches(bench, human, news)
  return changed
}

type After = Pick<Human, 'counterparty_id' | 'name' | 'position'>

function changeHuman(
  { writing }: Bench,
  human: Human,
  { after, reaches }: { after: After; reaches: Reach[] },
): boolean {
  const differ = (['counterparty_id', 'name', 'position'] as const).filter((field) => human[field] !== after[field])
  if (differ.length === 0 && reaches.length === 0) return false
  if (human.from === 'before') {
    const noted = writing.changed_people.get(human.id)?.before ?? {}
    const added = [...(noted.reaches ?? []), ...reaches.map((reach) => ({ ...reach, contact_id: human.id }))]
    const before = { ...Object.fromEntries(differ.map((field) => [field, human[field]])), ...noted }
    writing.changed_people.set(human.id, { human, before: { ...before, reaches: added } })
  }
  Object.assign(human, after)
  return true
}

function putReaches({ known, writing }: Bench, human: Human, reaches: readonly Reach[]): void {
  for (const reach of reaches) {
    if (known.by_reach.has(reachKey(reach))) continue
    known.by_reach.set(reachKey(reach), human)
    writing.reaches.push({ ...reach, contact_id: human.id })
  }
}

/** Whose the phone or the e-mail is, as `contact.double` says it. */
function doubleOf({ id, name, counterparty_id, firm }: Human, { kind, value }: Reach): RowFault {
  const where = counterparty_id === null ? 'alone' : 'counterparty'
  const facts = { id, name, kind, value, where, counterparty_id, counterparty: firm ?? '' }
  return { field: kind, code: 'contact.double', facts, stops: true }
}

const otherName = (human: Human, name: string): RowFault => ({
  field: 'contact_name',
  code: 'import.other_name',
  facts: { there: human.name, name },
  stops: false,
})
