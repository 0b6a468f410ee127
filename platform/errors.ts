/** A "no" the caller can understand: a status for HTTP, a code for the catalogue, facts for the sentence. */
export type Refusal = {
  status: 401 | 403 | 404 | 409 | 412 | 413 | 422 | 429
  code: string
  /** What the sentence names: open tasks, missing photos, the value that stands now. */
  facts?: Record<string, unknown>
  /** Path of the field that is wrong, as it stands in the request: `lines.0.price`. */
  field?: string
}

type Facts = Record<string, unknown>
const refusal = (status: Refusal['status'], code: string, facts?: Facts): Refusal =>
  facts ? { status, code, facts } : { status, code }

/** The viewer sees the thing but may not do this. */
export const no = (code: string, facts?: Facts): Refusal => refusal(403, code, facts)
/** Nobody may do this now: the state of the thing forbids it. */
export const notNow = (code: string, facts?: Facts): Refusal => refusal(409, code, facts)
/** A field of the request is wrong in a way its schema cannot say. */
export const invalid = (field: string, code: string, facts?: Facts): Refusal => ({
  ...refusal(422, code, facts),
  field,
})
/** Not there, or not there for this viewer: the two must look the same. */
export const missing = (thing: string): Refusal => refusal(404, `${thing}.missing`)
/** The viewer is not signed in, or the session ended. */
export const stranger = (): Refusal => refusal(401, 'session.missing')

/** The one error use cases throw on purpose. Any other error is a bug and becomes a logged 500. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(why: Refusal) {
    super(why.code)
    this.refusal = why
  }
}

export function insist(why: Refusal | null | undefined): void {
  if (why) throw new Refused(why)
}

/** The row, or the refusal that it is not there. */
export function found<T>(row: T | undefined | null, thing: string): T {
  if (row === undefined || row === null) throw new Refused(missing(thing))
  return row
}

/**
 * Insists that nobody changed the row since the caller read it (If-Match). The refusal carries what stands now.
 * A caller who named no version takes what comes.
 */
export function expectVersion(
  { if_match }: { if_match: number | null },
  row: { version: number },
  current: object = row,
): void {
  if (if_match !== null && if_match !== row.version)
    throw new Refused({ status: 412, code: 'version.stale', facts: { current } })
}
