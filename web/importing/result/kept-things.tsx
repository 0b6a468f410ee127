import { IconBuilding, IconMapPin, IconUser } from '@tabler/icons-react'
import type { ImportCard } from '#contract/parties/imports.ts'
import { count } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import css from '../importing.module.css'

const ICONS = { counterparty: IconBuilding, contact: IconUser, site: IconMapPin }

/** What an import that was taken back has left, and why. */
export function KeptThings({ card: { kept, kept_count } }: { card: ImportCard }) {
  if (kept_count === 0) return null
  return (
    <section className={css.kept}>
      <h2>{t('import.kept', { n: kept_count })}</h2>
      <p>{t('import.kept_hint')}</p>
      <ul>
        {kept.map((thing) => {
          const { kind, id, name, why } = thing
          const Icon = ICONS[kind]
          const where = kind === 'counterparty' ? id : thing.counterparty_id
          return (
            <li key={`${kind} ${id}`}>
              <Icon size={16} stroke={1.75} aria-hidden="true" />
              <span className={css.thing}>
                {where ? <Link to={`/counterparties/${where}`}>{name}</Link> : name}
                <small>{t(`import.kind.${kind}`)}</small>
              </span>
              <span className={css.reason}>{t(`import.why.${why}`)}</span>
            </li>
          )
        })}
      </ul>
      {kept_count > kept.length && <p>{t('import.kept_more', { n: count(kept_count - kept.length) })}</p>}
    </section>
  )
}
