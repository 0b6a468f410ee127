import type * as contract from '#contract/order-watchers.ts'
import type { Person } from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { localeOf } from '#server/identity/index.ts'
import { isActiveStaff } from '#server/people/index.ts'
import { wordsFor } from '#words/index.ts'
import { named } from '../change-phase.ts'
import { orderPolicy } from '../policy.ts'
import { type OrderHead, findOrder } from '../queries.ts'
import { insertWatcher } from './watchers.ts'

type Given = Input<typeof contract.setWatcher>

/** Lets one of the staff watch an order, or ends it (ORD-17). Saying twice what is so already changes nothing. */
export async function setWatcher(ctx: Ctx, { order_id, member_id, watches }: Given) {
  const order = await findOrder(ctx, order_id)
  insist(orderPolicy.watch(ctx.viewer, order, member_id))
  const { watchers } = order
  const known = watchers.find(({ id }) => id === member_id)
  if (watches === (known !== undefined)) return { watchers }
  if (known) return { watchers: await without(ctx, order, { watchers, known }) }
  found((await isActiveStaff(ctx, member_id)) || null, 'member')
  if (await insertWatcher(ctx, order_id, member_id)) await tellHim(ctx, order, member_id)
  return { watchers: (await findOrder(ctx, order_id)).watchers }
}

type Ending = { watchers: Person[]; known: Person }

/** Told first: whoever ends his own may see the order no more. */
async function without(ctx: Ctx, order: OrderHead, { watchers, known }: Ending): Promise<Person[]> {
  await tell(ctx, 'order.watcher_removed', order, { ...named(order), member_id: known.id, member: known.name })
  await ctx.db
    .deleteFrom('order_watchers')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('order_id', '=', order.id)
    .where('member_id', '=', known.id)
    .execute()
  return watchers.filter(({ id }) => id !== known.id)
}

/** In the history, and by a letter unless it was his own wish. */
async function tellHim(ctx: Ctx, order: OrderHead, member_id: string): Promise<void> {
  const { name, email, user_id } = await ctx.db
    .selectFrom('members')
    .select(['name', 'email', 'user_id'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', member_id)
    .executeTakeFirstOrThrow()
  await tell(ctx, 'order.watcher_added', order, { ...named(order), member_id, member: name })
  if (email && member_id !== ctx.viewer.subject_id) await writeTo(ctx, order, { name, email, user_id })
}

type Addressee = { name: string; email: string; user_id: string | null }

/** In the language of his screens (IDN-21). */
async function writeTo(ctx: Ctx, { id, number, title }: OrderHead, to: Addressee) {
  const t = wordsFor((await localeOf(ctx, to.user_id)) ?? 'ru')
  const facts = {
    number: String(number),
    title,
    who: ctx.viewer.name ?? '',
    url: `${ctx.world.config.public_url}/orders/${id}`,
  }
  await sendMail(ctx, {
    recipient: to.email,
    subject: t('mail.watching.subject', facts),
    body: `${t('mail.hello', { name: to.name })}\n\n${t('mail.watching.body', facts)}`,
    about: { kind: 'order', id },
  })
}
