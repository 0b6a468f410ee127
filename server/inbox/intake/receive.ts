import type { ChannelKind } from '#contract/inbox/conversations.ts'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { together } from '#platform/together.ts'
import { markReach } from '#server/counterparties/index.ts'
import type { Received, Signal } from '../channels/adapter.ts'
import { type Known, knownMessages } from './edits.ts'
import { moveGroup } from './find-conversation.ts'
import { answersItself } from '../sending/auto-reply.ts'
import { type Answering, keepMessage, type Ready } from './keep-message.ts'
import { keepReceipt, removeMessage } from './receipts.ts'

export type ChannelRef = { id: string; kind: ChannelKind }

/** A signal whose files lie in the store already. */
export type ReadySignal = Exclude<Signal, Received> | Ready

/**
 * Keeps what a provider told, in the order in which it told, in the caller's transaction with the program's own eyes
 * (INB-10). What was kept before is passed over, so whoever is not sure tells it again.
 *
 * Everything that is looked for and perhaps made is held first and at once: of two nodes that keep the same the second
 * waits and finds it, and two batches never wait for each other in a ring.
 */
export async function receive(ctx: Ctx, channel: ChannelRef, signals: readonly ReadySignal[]): Promise<void> {
  const messages = signals.filter((signal) => signal.kind === 'message')
  // Sent in one go; the second is looked for when the first holds.
  const [, before, answers] = await together(
    hold(ctx, [...new Set(signals.flatMap((signal) => wordsOf(channel, signal)))]),
    knownMessages(
      ctx,
      channel,
      messages.map(({ external_id }) => external_id),
    ),
    answersItself(ctx, channel.id),
  )
  const known = new Map(before.map((message) => [message.external_id ?? '', message]))
  await together(
    ...chainsOf(signals, (signal) => [...wordsOf(channel, signal), ...keyless(signal)]).map((chain) =>
      keepChain(ctx, { ...channel, answers }, { chain, known }),
    ),
  )
}

/** What carries no thread of its own, as letters do, may belong to the same dialogue by a sign that only the adapter reads. */
const keyless = (signal: ReadySignal): string[] =>
  signal.kind === 'message' && signal.thread.key === null ? ['keyless'] : []

type Chain = { chain: readonly ReadySignal[]; known: ReadonlyMap<string, Known> }

/** What has to do with each other, one after the other. */
async function keepChain(ctx: Ctx, channel: Answering, { chain, known }: Chain): Promise<void> {
  const written = new Set<string>()
  for (const signal of chain) {
    // Of what this batch wrote itself, what it says now.
    const fresh = signal.kind === 'message' && !written.has(signal.external_id)
    await keep(ctx, channel, { signal, ...(fresh && { known: known.get(signal.external_id) ?? null }) })
    if (signal.kind === 'message') written.add(signal.external_id)
  }
}

/**
 * Parts of a list that share no word: what is in different ones may travel to the database together. Each keeps the
 * order of the list.
 */
export function chainsOf<T>(list: readonly T[], wordsIn: (one: T) => readonly string[]): T[][] {
  type Chain = { ones: { at: number; one: T }[]; words: Set<string> }
  const chains = new Set<Chain>()
  for (const [at, one] of list.entries()) {
    const whole: Chain = { ones: [{ at, one }], words: new Set(wordsIn(one)) }
    for (const chain of [...chains].filter(({ words }) => !words.isDisjointFrom(whole.words))) {
      chains.delete(chain)
      whole.ones.push(...chain.ones)
      chain.words.forEach((word) => whole.words.add(word))
    }
    chains.add(whole)
  }
  return [...chains].map(({ ones }) => ones.sort((a, b) => a.at - b.at).map(({ one }) => one))
}

type Kept = { signal: ReadySignal; known?: Known | null }

async function keep(ctx: Ctx, channel: Answering, { signal, known }: Kept): Promise<void> {
  switch (signal.kind) {
    case 'message':
      return keepMessage(ctx, channel, signal, known)
    case 'receipt':
    case 'returned':
      return keepReceipt(ctx, channel, signal)
    case 'removed':
      return removeMessage(ctx, channel, signal)
    case 'moved':
      return moveGroup(ctx, channel, signal)
    case 'reach':
      await markReach(ctx, signal.identity, signal)
  }
}

function wordsOf({ id }: ChannelRef, signal: ReadySignal): string[] {
  if (signal.kind === 'reach') return [reachWord(signal.identity)]
  if (signal.kind === 'moved') return [`thread ${id} ${signal.from_key}`, `thread ${id} ${signal.to_key}`]
  if (signal.kind !== 'message') return [`message ${id} ${signal.external_id}`]
  const { sender, thread, external_id, references = [], elsewhere } = signal
  const people = [...(sender ? [sender, ...(sender.proven ?? [])] : []), ...(elsewhere?.to ?? [])].map(reachWord)
  const threads =
    thread.key === null ? references.map((each) => `message ${id} ${each}`) : [`thread ${id} ${thread.key}`]
  return [...people, ...threads, `message ${id} ${external_id}`]
}

const reachWord = ({ kind, value }: { kind: string; value: string }): string => `${kind} ${value}`
