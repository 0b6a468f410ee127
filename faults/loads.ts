import { randomBytes, randomUUID } from 'node:crypto'

/** A kind of write that can be repeated, and how to count afterwards what it left. */
export type Load = {
  /** Signs in on a running product; what it gives makes the request of one write, named by its mark. */
  open(url: string): Promise<(mark: string) => Write>
  /** Rows of (mark, times, events): how often each thing is there, and how many facts tell of its making. */
  audit: string
}
/** `origin`: the address that people know the product by, where that is another one. */
export type Write = { path: string; body: unknown; cookie: string; origin?: string }

export async function post(url: string, { path, body, cookie, origin = url }: Write): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin, 'idempotency-key': randomUUID(), cookie }
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

export async function signUp(url: string, origin = url): Promise<string> {
  const body = { name: 'Ольга', email: `${randomUUID()}@example.test`, password: randomBytes(12).toString('hex') }
  const answer = await post(url, { path: '/api/auth/sign-up/email', body, cookie: '', origin })
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

export const company = (name: string) => ({
  name,
  country: 'BY',
  currency: 'BYN',
  time_zone: 'Europe/Minsk',
  vat_rate: 20,
})

export const loads: Record<string, Load> = {
  orders: {
    async open(url) {
      const cookie = await signUp(url)
      await post(url, { path: '/api/companies', body: company('Живучий дом'), cookie })
      return (mark) => ({ path: '/api/orders', body: { request: mark, title: mark }, cookie })
    },
    audit: `select title as mark, count(*)::int as times,
      sum((select count(*) from events e where e.company_id = o.company_id and e.subject_id = o.id and e.name = 'order.created'))::int as events
      from orders o group by title`,
  },
  companies: {
    async open(url) {
      const cookie = await signUp(url)
      return (mark) => ({ path: '/api/companies', body: company(mark), cookie })
    },
    audit: `select name as mark, count(*)::int as times,
      sum((select count(*) from events e where e.company_id = c.id and e.name = 'company.registered'))::int as events
      from companies c group by name`,
  },
}
