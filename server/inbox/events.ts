import type { ChannelKind } from '#contract/inbox/conversations.ts'

type Person = { id: string; name: string }

declare module '#platform/events/tell.ts' {
  interface Events {
    'channel.connected': { name: string; kind: ChannelKind }
    'channel.changed': { name: string; kind: ChannelKind }
    'channel.archived': { name: string; kind: ChannelKind }
    'channel.restored': { name: string; kind: ChannelKind }
    /** It fails for longer than is bearable, and works again after that. */
    'channel.failing': { name: string; fault: string | null }
    'channel.recovered': { name: string }
    'reply_template.added': { name: string }
    'reply_template.changed': { name: string }
    'reply_template.archived': { name: string }
    'reply_template.restored': { name: string }
    /** A person came with words; `text` is their beginning. */
    'conversation.received': { message_id: string; contact_id: string | null; channel: ChannelKind; text: string }
    'conversation.answered': { message_id: string; channel: ChannelKind; text: string }
    /** Words among the staff, and whom they call. */
    'conversation.noted': { message_id: string; called: Person[] }
    'conversation.edited': { message_id: string }
    'conversation.removed': { message_id: string }
    /** What we sent got further, or did not. */
    'conversation.delivered': { message_id: string; state: string; fault: string | null }
    'conversation.assigned': { from: Person | null; to: Person | null }
    /** Something was made of it, or belongs to it. */
    'conversation.linked': { kind: 'order'; subject_id: string; number: number }
    'conversation.snoozed': { until: string }
    'conversation.woken': { by: 'time' | 'message' | 'hand' }
    'conversation.closed': { waited: boolean }
    'conversation.reopened': { by: 'message' | 'hand' }
  }
}
