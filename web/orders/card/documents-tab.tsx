import { IconDownload, IconFileText } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { dayDigits } from '#web/platform/format.ts'
import { ActionButton } from '#web/ui/action-button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { Money } from '#web/ui/figures.tsx'
import { Empty } from '#web/ui/state.tsx'
import type { PartProps } from './overview.tsx'
import css from './card.module.css'

/** Issued documents as files; their bytes never change. */
export function DocumentsTab({ order, onAct }: PartProps) {
  const { documents, can } = order
  const issue = (
    <ActionButton refusal={can.issue_documents} side="start" onClick={() => onAct('documents')}>
      {t('step.issue_documents')}
    </ActionButton>
  )
  if (documents.length === 0) {
    return (
      <div className={css.center}>
        <Empty icon={<IconFileText size={24} stroke={1.75} />} title={t('papers.empty')} hint={t('papers.empty_hint')}>
          {issue}
        </Empty>
      </div>
    )
  }
  const kinds = new Set(documents.filter(({ state }) => state === 'issued').map(({ kind }) => kind))
  return (
    <div className={css.tab}>
      {kinds.size < 2 && <div className={css.tabTools}>{issue}</div>}
      <ul className={css.papers}>
        {documents.map(({ id, kind, number, issued_on, total, currency, state, file_id }) => (
          <li key={id}>
            <a className={css.paper} href={`/api/files/${file_id}`} target="_blank" rel="noreferrer">
              <IconFileText size={18} stroke={1.75} aria-hidden="true" />
              <span className={cx(css.strong, state === 'void' && css.struck)}>
                {t(`document_kind.${kind}`, { number })}
              </span>
              <span className={css.quiet}>{t('papers.of', { day: dayDigits(issued_on) })}</span>
              {state === 'void' && <Chip tone="bad">{t('papers.void')}</Chip>}
              <span className={css.paperEnd}>
                <Money minor={total} currency={currency} />
                <IconDownload size={16} stroke={1.75} aria-label={t('papers.open')} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
