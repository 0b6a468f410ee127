import type { ChatTalk } from '#contract/inbox/web-chat.ts'
import type { Claims } from './conversation.ts'
import { h } from './dom.ts'
import type { T } from './words.ts'

type Field = keyof Claims
type Asked = {
  fields: readonly Field[]
  /** One of phone and e-mail is enough, but one there must be. */ reach: boolean
  required: readonly Field[]
}

const KINDS = {
  name: { type: 'text', autocomplete: 'name', maxlength: '100' },
  phone: { type: 'tel', autocomplete: 'tel', maxlength: '40' },
  email: { type: 'email', autocomplete: 'email', maxlength: '200' },
} as const

/** What is asked before the first words: what the company wants to know, and while it is away how to reach him. */
export function askedOf(
  required: readonly Field[],
  { open, known }: Pick<ChatTalk, 'open' | 'known'>,
  begun: boolean,
): Asked | null {
  const reach = !open && !known.includes('phone') && !known.includes('email')
  const wanted = required.filter((field) => !known.includes(field))
  if (begun || (!reach && wanted.length === 0)) return null
  const fields = (['name', 'phone', 'email'] as const).filter((field) => reach || wanted.includes(field))
  return { fields, reach, required: wanted }
}

/** The form of a visitor: gives what he typed, or null and says beside each field what is wrong with it. */
export function formView(asked: Asked, t: T) {
  const rows = asked.fields.map((field) => fieldView(field, t))
  const element = h(
    'div',
    { class: 'form' },
    asked.reach ? h('p', {}, t('chat.how_to_reach')) : null,
    ...rows.map((row) => row.element),
  )
  return {
    element,
    read(): Claims | null {
      const given = new Map(rows.map((row) => [row.field, row.value()]))
      const reached = given.get('phone') || given.get('email')
      const faults = rows.map((row) => {
        const empty = asked.required.includes(row.field) || (asked.reach && !reached && row.field !== 'name')
        return row.judge(empty)
      })
      rows[faults.indexOf(true)]?.focus()
      return faults.includes(true) ? null : (Object.fromEntries([...given].filter(([, value]) => value)) as Claims)
    },
  }
}

function fieldView(field: Field, t: T) {
  const fault = h('span', { class: 'wrong', id: `${field}-wrong`, hidden: true })
  const input = h('input', { ...KINDS[field], name: field, 'aria-describedby': `${field}-wrong` })
  const say = (words: string): boolean => {
    fault.textContent = words
    fault.hidden = !words
    input.setAttribute('aria-invalid', String(!!words))
    return !!words
  }
  input.addEventListener('input', () => say(''))
  const value = (): string => input.value.trim()
  return {
    field,
    value,
    focus: () => input.focus(),
    element: h('label', {}, t(`chat.${field}`), input, fault),
    judge(needed: boolean): boolean {
      if (!value()) return say(needed ? t('chat.needed') : '')
      if (field === 'email' && !isEmail(value())) return say(t('chat.email_wrong'))
      return say(field === 'phone' && value().replace(/\D/g, '').length < 7 ? t('chat.phone_wrong') : '')
    },
  }
}

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
