import type { Message } from 'grammy/types'
import { nameOf } from './people.ts'

/** A sentence of the catalogue, `notice.<code>`, whom it is about, and what it says beside. */
export type Said = { code: string; who?: string; text?: string }

type Teller = (message: Message) => Said
const plain =
  (code: string): Teller =>
  () => ({ code })

const names = (people: readonly { first_name?: string; title?: string }[]): string => people.map(nameOf).join(', ')

/** What Telegram itself says in a chat, by the field that carries it. */
const tellers: Record<string, Teller> = {
  new_chat_members: (m) => ({ code: 'joined', who: names(m.new_chat_members ?? []) }),
  left_chat_member: (m) => ({ code: 'left', who: names(m.left_chat_member ? [m.left_chat_member] : []) }),
  chat_owner_left: plain('owner_changed'),
  chat_owner_changed: plain('owner_changed'),
  new_chat_title: (m) => ({ code: 'renamed', text: m.new_chat_title ?? '' }),
  new_chat_photo: plain('picture_changed'),
  delete_chat_photo: plain('picture_changed'),
  chat_background_set: plain('picture_changed'),
  group_chat_created: plain('group_made'),
  supergroup_chat_created: plain('group_made'),
  channel_chat_created: plain('group_made'),
  message_auto_delete_timer_changed: plain('timer_changed'),
  migrate_to_chat_id: plain('group_moved'),
  migrate_from_chat_id: plain('group_moved'),
  pinned_message: (m) => ({ code: 'pinned', text: pinnedText(m) }),
  invoice: (m) => ({ code: 'invoice', text: [m.invoice?.title, m.invoice?.description].filter(Boolean).join('\n') }),
  successful_payment: plain('paid'),
  suggested_post_paid: plain('paid'),
  refunded_payment: plain('refunded'),
  suggested_post_refunded: plain('refunded'),
  suggested_post_approved: plain('post_suggested'),
  suggested_post_approval_failed: plain('post_suggested'),
  suggested_post_declined: plain('post_suggested'),
  users_shared: (m) => ({ code: 'shared', text: names(m.users_shared?.users ?? []) }),
  chat_shared: (m) => ({ code: 'shared', text: m.chat_shared?.title ?? '' }),
  gift: plain('gift'),
  unique_gift: plain('gift'),
  gift_upgrade_sent: plain('gift'),
  connected_website: (m) => ({ code: 'site_entered', text: m.connected_website ?? '' }),
  write_access_allowed: plain('writing_allowed'),
  passport_data: plain('passport'),
  proximity_alert_triggered: plain('nearby'),
  boost_added: plain('boosted'),
  checklist_tasks_done: plain('checklist_changed'),
  checklist_tasks_added: plain('checklist_changed'),
  direct_message_price_changed: plain('price_changed'),
  paid_message_price_changed: plain('price_changed'),
  forum_topic_created: (m) => ({ code: 'topic_made', text: m.forum_topic_created?.name ?? '' }),
  forum_topic_edited: (m) => ({ code: 'topic_changed', text: m.forum_topic_edited?.name ?? '' }),
  forum_topic_closed: plain('topic_changed'),
  forum_topic_reopened: plain('topic_changed'),
  general_forum_topic_hidden: plain('topic_changed'),
  general_forum_topic_unhidden: plain('topic_changed'),
  giveaway_created: plain('giveaway'),
  giveaway: plain('giveaway'),
  giveaway_winners: plain('giveaway'),
  giveaway_completed: plain('giveaway'),
  managed_bot_created: plain('bot_made'),
  poll_option_added: plain('poll_changed'),
  poll_option_deleted: plain('poll_changed'),
  video_chat_scheduled: plain('call_planned'),
  video_chat_started: plain('call_started'),
  video_chat_ended: plain('call_ended'),
  video_chat_participants_invited: (m) => ({
    code: 'call_invited',
    who: names(m.video_chat_participants_invited?.users ?? []),
  }),
  web_app_data: (m) => ({ code: 'form_sent', text: m.web_app_data?.data ?? '' }),
}

/** What Telegram says of itself; null where a person speaks. */
export function serviceOf(message: Message): Said | null {
  const field = Object.keys(tellers).find((name) => name in message)
  return field ? (tellers[field]?.(message) ?? null) : null
}

function pinnedText({ pinned_message: pinned }: Message): string {
  if (!pinned) return ''
  return ('text' in pinned && pinned.text) || ('caption' in pinned && pinned.caption) || ''
}
