import type { MergeField, MergePreview } from '#contract/doubles.ts'
import { count } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import css from './doubles.module.css'

type Props = { preview: MergePreview; from_gone: ReadonlySet<MergeField> }

/** What goes over in numbers, and in plain words what is joined and what ends. */
export function WhatHappens({ preview, from_gone }: Props) {
  const { moves } = preview
  return (
    <section>
      <h3 className={css.heading}>{t('double.moves')}</h3>
      {moves.length === 0 && <p className={css.lead}>{t('double.moves_nothing')}</p>}
      <dl className={css.moves}>
        {moves.map(({ group, count: n }) => (
          <div key={group}>
            <dt>{t(`double.group.${group}`)}</dt>
            <dd>{count(n)}</dd>
          </div>
        ))}
      </dl>
      <ul className={css.notes}>
        {notesOf(preview, from_gone).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  )
}

function notesOf(preview: MergePreview, from_gone: ReadonlySet<MergeField>): string[] {
  const { twice, pools_end, links, clock, kept, gone, choices } = preview
  const account = choices.find(({ field }) => field === 'account')
  const loser = from_gone.has('account') ? account?.kept : account?.gone
  const both = account?.kept && account.gone
  return [
    twice.tasks > 0 && t('double.twice_tasks', { n: twice.tasks }),
    twice.pools > 0 && t('double.twice_pools', { n: twice.pools }),
    pools_end > 0 && t('double.pools_end', { n: pools_end }),
    both && loser && t('double.account_ends', { account: loser.text }),
    kept.kind === 'staff' && gone.kind === 'performer' && t('double.performer_ends'),
    links > 0 && t('double.links'),
    clock && t('double.clock'),
    t('double.old_links'),
  ].filter((note) => typeof note === 'string')
}
