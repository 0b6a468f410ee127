import type { ReactNode } from 'react'
import { t } from '#web/platform/words.ts'
import { cx } from './cx.ts'
import css from './person.module.css'

export type Someone = { id: string; name: string }
type Size = 20 | 24 | 32 | 40

/** First letters of first and last name: «Ольга Санько» is ОС. */
export function initials(name: string): string {
  const words = name
    .replace(/[«»"'().]/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word))
  const [first = '', last = ''] =
    words.length > 1 ? [words[0], words.at(-1)] : [words[0]?.slice(0, 1), words[0]?.slice(1, 2)]
  return `${first.slice(0, 1)}${last.slice(0, 1)}`.toUpperCase()
}

/** One of six tints, the same for a person everywhere. */
function tint(id: string): string | undefined {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0
  return css[`t${(sum % 6) + 1}`]
}

const sized = (size: Size) => (size === 24 ? undefined : css[`s${size}`])

/** A person's initials. Alone it says the name; beside the name it is silent. */
export function Avatar({ who, size = 24, alone = true }: { who: Someone; size?: Size; alone?: boolean }) {
  return (
    <span
      className={cx(css.avatar, tint(who.id), sized(size))}
      data-letters={initials(who.name)}
      {...(alone ? { role: 'img', 'aria-label': who.name, title: who.name } : { 'aria-hidden': true })}
    />
  )
}

/** A company's letters in a square: a company is not a person. */
export function CompanyMark({ name, size = 20 }: { name: string; size?: Size }) {
  const own = /«([^»]+)»/.exec(name)?.[1] ?? name
  const capitals = own.match(/\p{Lu}/gu) ?? []
  const letters = capitals.length > 1 ? capitals.slice(0, 2).join('') : own.slice(0, 2).toUpperCase()
  return <span className={cx(css.avatar, css.company, sized(size))} data-letters={letters} aria-hidden="true" />
}

/** Several people, overlapping; those who do not fit are counted. */
export function Avatars({ people, size = 24, most = 4 }: { people: Someone[]; size?: Size; most?: number }) {
  const rest = people.slice(most)
  return (
    <span className={css.row}>
      {people.slice(0, most).map((who) => (
        <Avatar key={who.id} who={who} size={size} />
      ))}
      {rest.length > 0 && (
        <span className={cx(css.avatar, css.company, sized(size))} title={rest.map(({ name }) => name).join(', ')}>
          {t('people.more', { n: rest.length })}
        </span>
      )}
    </span>
  )
}

/** A person with the name, and a line about him. */
export function Person({ who, about, size = 24 }: { who: Someone; about?: ReactNode; size?: Size }) {
  return (
    <span className={css.person}>
      <Avatar who={who} size={size} alone={false} />
      <span className={css.names}>
        <span className={css.name} title={who.name}>
          {who.name}
        </span>
        {about && <span className={css.about}>{about}</span>}
      </span>
    </span>
  )
}
