import {
  AUTO_REPLY_FIELDS,
  type AutoReplyField,
  TEMPLATE_FIELDS,
  type TemplateField,
} from '#contract/inbox/templates.ts'
import { t } from '#web/platform/words.ts'

/** What the braces of a template stand for in one dialogue; what is not known is not there. */
export type Known = Partial<Record<Field, string | null>>

type Field = TemplateField | AutoReplyField
const FIELDS: readonly Field[] = [...new Set<Field>([...TEMPLATE_FIELDS, ...AUTO_REPLY_FIELDS])]

const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name)
/** How a field stands in the text that people see. */
export const fieldWords = (field: Field): string => `{${t(`template.field.${field}`)}}`

/** The text with what is known; what is not keeps its braces, named in the reader's language. */
export const filledIn = (body: string, known: Known): string =>
  body.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (isField(name) ? (known[name] ?? fieldWords(name)) : whole))

/** Fields that are still to be written by hand: with them nothing is sent. */
export const unfilled = (text: string): string[] => FIELDS.map(fieldWords).filter((field) => text.includes(field))

/** A template's text as people edit it, `{имя контакта}`, and as it is kept, `{contact}`. */
export const toSpoken = (body: string): string => filledIn(body, {})
export const toKept = (text: string): string =>
  FIELDS.reduce((kept, field) => kept.replaceAll(fieldWords(field), `{${field}}`), text)
