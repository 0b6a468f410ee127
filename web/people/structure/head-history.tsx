import type { Reply } from '#contract/endpoint.ts'
import type { Declaration, getHeads } from '#contract/tree.ts'
import { dayName, dayOf } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { When } from '#web/ui/figures.tsx'
import { Section } from '#web/ui/rows.tsx'
import css from './structure.module.css'

/** How the head of a person changed, and who said what of it. */
export function HeadHistory({ placements, declarations }: Reply<typeof getHeads>) {
  return (
    <>
      <Section title={t('heads.placements')}>
        <ol className={css.history}>
          {placements.map(({ id, head, from_at, to_at, placed_by }) => (
            <li key={id}>
              <b>{head?.name ?? t('structure.top')}</b>
              <span>
                {to_at
                  ? t('heads.from_to', { from: dayName(dayOf(from_at)), to: dayName(dayOf(to_at)) })
                  : t('heads.since', { from: dayName(dayOf(from_at)) })}
                {placed_by && `, ${t('heads.by', { name: placed_by.name })}`}
              </span>
            </li>
          ))}
        </ol>
      </Section>
      {declarations.length > 0 && (
        <Section title={t('heads.words')}>
          <ol className={css.history}>
            {declarations.map((one) => (
              <li key={one.id}>
                <span className={css.said}>{saidIn(one)}</span>
                <When at={one.said_at} />
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  )
}

/** One word about a head as a sentence. */
export function saidIn({ said_as, said_by, head, expected, agrees }: Declaration): string {
  const named = head?.name ?? expected?.name ?? ''
  const who = said_by.name
  if (said_as === 'head') return t(agrees ? 'said.head_yes' : 'said.head_no', { who })
  if (said_as === 'member') return t(head ? 'said.member' : 'said.member_expects', { who, head: named })
  if (said_as === 'settler') return t('said.settler', { who, head: named })
  return head?.id === said_by.id ? t('said.inviter_self', { who }) : t('said.inviter', { who, head: named })
}
