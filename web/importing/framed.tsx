import type { ReactNode } from 'react'
import { IconTable, IconUser } from '@tabler/icons-react'
import type { ImportCard } from '#contract/parties/imports.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { When } from '#web/ui/figures.tsx'
import { Fact, PageHead } from '#web/ui/page-head.tsx'
import { StateChip, type StepId, stepOf } from './states.tsx'
import { StepLine } from './step-line.tsx'
import css from './importing.module.css'

type Props = { card: ImportCard; step?: StepId; acts?: ReactNode; children: ReactNode }

/** The page of an import: its head with the one next step, the line of steps, and what is to be done. */
export function Framed({ card, step = stepOf(card.state), acts, children }: Props) {
  const { name, state, total, created_by, created_at } = card
  return (
    <div className={css.page}>
      <PageHead
        crumbs={[
          <Link key="all" to="/counterparties">
            {t('nav.counterparties')}
          </Link>,
          <Link key="imports" to="/counterparties/import">
            {t('import.crumb')}
          </Link>,
        ]}
        title={<span className={css.title}>{name}</span>}
        badge={<StateChip {...card} />}
        facts={
          <>
            {total > 0 && <Fact icon={<IconTable size={16} stroke={1.75} />}>{t('import.rows_n', { n: total })}</Fact>}
            <Fact icon={<IconUser size={16} stroke={1.75} />}>
              {created_by?.name} <When at={created_at} />
            </Fact>
          </>
        }
        acts={acts}
      >
        {state !== 'undone' && state !== 'failed' && <StepLine at={step} over={state === 'done'} />}
      </PageHead>
      {children}
    </div>
  )
}
