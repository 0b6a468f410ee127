import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { found, insist, no, notNow, type Refusal } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { membersById } from '#server/people/index.ts'
import { filled } from '#server/tasks/filled.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { presentTask } from '#server/tasks/present-task.ts'
import { findTask, lockTask, named } from '#server/tasks/queries.ts'

/** Says something in a task's thread, asks, or answers a question that waits (TSK-8, S45). */
export async function comment(ctx: Ctx, input: Input<typeof contract.comment>) {
  const { task_id, answers_id } = input
  const task = await lockTask(ctx, task_id)
  insist(taskPolicy.comment(ctx.viewer, task))
  const text = filled('text', input.text)
  const question = answers_id ? await questionOf(ctx, task_id, answers_id) : null
  if (question) insist(whyNoAnswer(ctx, question))
  const comment_id = uuidv7()
  const is_question = input.is_question === true && !question
  await add(ctx, { id: comment_id, task_id, text, is_question })
  const said = { ...named(task), comment_id, text }
  if (question) {
    await close(ctx, question.id, comment_id)
    await tell(ctx, 'task.answered', task, {
      ...said,
      question_id: question.id,
      asked_by_id: question.author.id,
      asked_by: question.author.name,
    })
  } else await tell(ctx, is_question ? 'task.asked' : 'task.commented', task, said)
  return presentTask(ctx, await findTask(ctx, task_id))
}

type Question = {
  id: string
  answered_at: string | null
  author: { id: string; name: string }
  from_performer: boolean
}

async function questionOf(ctx: Ctx, task_id: string, id: string): Promise<Question> {
  const row = await ctx.db
    .selectFrom('comments')
    .select(['id', 'author_id', 'answered_at'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('task_id', '=', task_id)
    .where('id', '=', id)
    .where('is_question', '=', true)
    .executeTakeFirst()
  const { author_id, answered_at } = found(row, 'question')
  const author = (await membersById(ctx, [author_id])).get(author_id)
  return {
    id,
    answered_at,
    author: { id: author_id, name: author?.name ?? '' },
    from_performer: author?.kind === 'performer',
  }
}

/** A performer's question is answered by staff; one of staff by anybody else on the task. */
function whyNoAnswer({ viewer }: Ctx, { answered_at, author, from_performer }: Question): Refusal | null {
  if (answered_at) return notNow('question.answered')
  if (author.id === viewer.subject_id) return no('question.own')
  return viewer.kind === 'performer' && from_performer ? no('question.for_staff') : null
}

const add = (ctx: Ctx, row: { id: string; task_id: string; text: string; is_question: boolean }) =>
  ctx.db
    .insertInto('comments')
    .values({ ...row, company_id: ctx.viewer.company_id, author_id: memberOf(ctx), created_at: ctx.now })
    .execute()

const close = (ctx: Ctx, question_id: string, answer_id: string) =>
  ctx.db
    .updateTable('comments')
    .set({ answered_at: ctx.now, answer_id })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', question_id)
    .execute()
