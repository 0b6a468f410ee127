/** Updates of MAX as far as they are read; what they hold beside is kept in their raw form. */
export type Person = {
  user_id: number
  name?: string
  first_name?: string
  last_name?: string
  username?: string | null
  is_bot?: boolean
}

export type Attachment = {
  type: string
  payload?: {
    url?: string | null
    token?: string
    code?: string
    vcf_info?: string
    max_info?: Person
    hash?: string
  } | null
  filename?: string
  size?: number
  latitude?: number
  longitude?: number
  title?: string | null
  description?: string | null
}

export type Body = { mid: string; seq?: number; text?: string | null; attachments?: Attachment[] | null }

export type MaxMessage = {
  sender?: Person | null
  recipient: { chat_id?: number | null; chat_type?: string; user_id?: number | null }
  timestamp: number
  link?: { type: string; sender?: Person | null; chat_id?: number; message?: Body | null } | null
  body: Body
}

export type Update = {
  update_type: string
  timestamp: number
  chat_id?: number
  user?: Person
  user_id?: number
  message?: MaxMessage | null
  message_id?: string
  callback?: { timestamp: number; callback_id: string; payload?: string; user: Person }
  payload?: string | null
  title?: string
  is_channel?: boolean
}
