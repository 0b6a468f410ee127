import type { Values } from '#words/index.ts'
import { sentence } from './words.ts'

export type Facts = Record<string, unknown>
export type FieldFault = { path: string; code: string; facts?: Facts }
type Body = { status?: number; code?: string; facts?: Facts; errors?: FieldFault[]; trace?: string }

/** A refusal of the server, or that it could not be reached: what happened in words, and which field it is about. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly facts: Facts
  readonly faults: FieldFault[]
  readonly trace: string | undefined

  constructor(status: number, body: Body) {
    const code = body.code ?? 'server.fault'
    super(code)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.facts = body.facts ?? {}
    this.faults = body.errors ?? []
    this.trace = body.trace
  }

  /** The sentence to show. */
  get words(): string {
    return sentence(this.code, spoken(this.facts))
  }

  /** A sentence by field, in the form that a form takes: `{ title: 'Заполните это поле' }`. */
  get fields(): Record<string, string> {
    return Object.fromEntries(this.faults.map(({ path, code, facts }) => [path, sentence(code, spoken(facts ?? {}))]))
  }
}

/** The server could not be reached, or its answer did not arrive. */
export const offline = () => new Problem(0, { code: 'problem.offline' })

/** The facts that a sentence can take as they are: words and numbers. Links among them are drawn by web/ui/reason.tsx. */
export function spoken(facts: Facts): Values {
  const plain = Object.entries(facts).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return Object.fromEntries(plain) as Values
}
