import { Type, type Static } from 'typebox'
import { Day, Id, Minor, Nullable, OneOf, endpoint } from './endpoint.ts'
import { Person } from './member-card.ts'

const Cell = Type.String({ maxLength: 1000 })

/** One line of a list of performers, as its cells were pasted or typed. */
const GivenCells = Type.Object({
  name: Cell,
  phone: Cell,
  specialities: Cell,
  rate: Cell,
  /** Pools by their names, parted by commas. */
  pool: Type.Optional(Cell),
})
const PerformerCells = Type.Required(GivenCells)
export type PerformerCells = Static<typeof PerformerCells>

/** Pools that a line names and the company has not are made; without it they are faults. */
const MakePools = Type.Optional(Type.Boolean())

export const ReadPerformer = Type.Object({
  cells: PerformerCells,
  /** As it will be stored; null when it is none. */
  phone: Nullable(Type.String()),
  /** As the company calls them; those it does not know yet will be made. */
  specialities: Type.Array(Type.Object({ name: Type.String(), known: Type.Boolean() })),
  /** Those that there are not yet would be made. */
  pools: Type.Array(Type.Object({ name: Type.String(), known: Type.Boolean() })),
  /** In the company's currency: one of the two, or null when no rate is given. */
  rate: Nullable(Type.Object({ cost_per_hour: Nullable(Minor), fee_per_task: Nullable(Minor) })),
  faults: Type.Array(
    Type.Object({
      field: OneOf('name', 'phone', 'specialities', 'rate', 'pool'),
      code: Type.String(),
      facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    }),
  ),
})
export type ReadPerformer = Static<typeof ReadPerformer>

export const checkPerformers = endpoint({
  method: 'POST',
  path: '/performers/check',
  summary: 'How a pasted list of performers would be understood, line by line; adds nobody (S21)',
  door: 'staff',
  body: Type.Object({
    /** As it was pasted: cells by tabs, semicolons or commas, with heads of columns or without. */
    text: Type.Optional(Type.String({ maxLength: 500_000 })),
    /** The lines as they stand after that; they go before the text. */
    lines: Type.Optional(Type.Array(GivenCells, { maxItems: 1000 })),
    make_pools: MakePools,
  }),
  reply: Type.Object({
    lines: Type.Array(ReadPerformer),
    /** Heads of columns that no field is read from. */
    unread: Type.Array(Type.String()),
  }),
})

export const addPerformers = endpoint({
  method: 'POST',
  path: '/performers/many',
  summary: 'Adds all performers of a list, or nobody when a line is wrong: it is named (S21, S24)',
  door: 'staff',
  body: Type.Object({
    lines: Type.Array(GivenCells, { minItems: 1, maxItems: 1000 }),
    make_pools: MakePools,
    /** From when the rates hold; today unless said otherwise. */
    from_day: Type.Optional(Day),
  }),
  reply: Type.Object({ performers: Type.Array(Person) }),
})

export const makePersonalLinks = endpoint({
  method: 'POST',
  path: '/performers/personal-links',
  secret: true,
  summary: 'Makes personal links for several performers at once; earlier ones of theirs stop working. Shown once.',
  door: 'staff',
  body: Type.Object({ member_ids: Type.Array(Id, { minItems: 1, maxItems: 1000 }) }),
  reply: Type.Object({ links: Type.Array(Type.Object({ member: Person, url: Type.String() })) }),
})
