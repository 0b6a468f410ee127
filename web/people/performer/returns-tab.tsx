import { IconArrowBackUp } from '@tabler/icons-react'
import { listReturns } from '#contract/history.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useList } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { When } from '#web/ui/figures.tsx'
import { Empty } from '#web/ui/state.tsx'
import css from './performer.module.css'

/** Work that came back, with who gave it back and why. */
export function ReturnsTab({ member_id }: { member_id: string }) {
  const { rows, first, has_more, loading_more, more } = useList(listReturns, { member_id })
  const sums = (first as Reply<typeof listReturns> | undefined)?.sums
  if (rows.length === 0)
    return (
      <div className={css.center}>
        <Empty
          icon={<IconArrowBackUp size={24} stroke={1.75} />}
          title={t('person.returns_none')}
          hint={t('person.returns_hint', { n: sums?.finished ?? 0 })}
        />
      </div>
    )
  return (
    <div className={css.returns}>
      {sums && <p className={css.lead}>{t('person.returned_of', sums)}</p>}
      <ol>
        {rows.map(({ id, at, by, by_customer, reason, task }) => (
          <li key={id}>
            <div className={css.returnHead}>
              <Link to={`/tasks/${task.id}`}>{t('task.short', { number: task.number, title: task.title })}</Link>
              {by_customer && <Chip tone="warn">{t('person.by_customer')}</Chip>}
            </div>
            <p>{reason}</p>
            <small className={css.quiet}>
              {by} · <When at={at} />
            </small>
          </li>
        ))}
      </ol>
      {has_more && (
        <Button size="sm" busy={loading_more} onClick={more}>
          {t('do.more')}
        </Button>
      )}
    </div>
  )
}
