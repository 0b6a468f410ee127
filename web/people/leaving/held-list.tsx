import type { Held, HeldGroup, LeavingPreview } from '#contract/leaving.ts'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { PersonSelect } from '../person-select.tsx'
import type { useHeirs } from './heirs.ts'
import css from './leaving.module.css'

type Props = { preview: LeavingPreview; heirs: ReturnType<typeof useHeirs>; seen: ReadonlySet<string> | null }

const SHOWN = 3

/** What he holds by groups, the first of each by name, and to whom each group goes. */
export function HeldList({ preview, heirs, seen }: Props) {
  const { held, waits, member } = preview
  if (held.length === 0) return <p className={css.lead}>{t('leave.nothing')}</p>
  return (
    <ul className={css.groups}>
      {held.map((one) => (
        <li key={one.group} className={css.group}>
          <Things held={one} waits={waits} fresh={freshIn(one, seen)} />
          <PersonSelect
            silent
            label={t('leave.to', { what: t(`held.${one.group}`) })}
            value={heirs.heirOf(one.group)?.id ?? null}
            known={heirs.heirOf(one.group)}
            except={new Set([member.id])}
            anybody={one.group === 'work'}
            {...(one.optional && { nobody: nobodyFor(one.group) })}
            onChange={(_, who) => heirs.choose(one.group, who)}
          />
        </li>
      ))}
    </ul>
  )
}

/** What it is called that nobody takes it over. */
export const nobodyFor = (group: HeldGroup): string =>
  t(group === 'work' || group === 'pools' || group === 'dialogues' ? `leave.nobody.${group}` : 'leave.nobody.customers')

const freshIn = ({ group, things }: Held, seen: ReadonlySet<string> | null): number =>
  seen ? things.filter(({ id }) => !seen.has(`${group} ${id}`)).length : 0

type ThingsProps = { held: Held; waits: LeavingPreview['waits']; fresh: number }

function Things({ held: { group, things }, waits, fresh }: ThingsProps) {
  const shown = things.slice(0, SHOWN).map(({ number, title }) => (number === null ? title : `№ ${number} ${title}`))
  const more = things.length - shown.length
  return (
    <div className={css.things}>
      <h3>
        {t(`held.${group}`)} <span className={css.count}>{things.length}</span>
        {fresh > 0 && <Chip tone="warn">{t('leave.fresh', { n: fresh })}</Chip>}
      </h3>
      <p className={css.names}>
        {shown.join(' · ')}
        {more > 0 && ` ${t('leave.more', { n: more })}`}
      </p>
      {group === 'tasks' && waits.questions + waits.checks > 0 && (
        <p className={css.names}>
          {[
            waits.questions > 0 && t('leave.questions', { n: waits.questions }),
            waits.checks > 0 && t('leave.checks', { n: waits.checks }),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
    </div>
  )
}
