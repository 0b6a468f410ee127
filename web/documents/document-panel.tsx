import { useState } from 'react'
import { IconFileTypePdf } from '@tabler/icons-react'
import { type Document, voidDocument } from '#contract/documents.ts'
import { useCall } from '#web/platform/ask.ts'
import { dayDigits } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { ActionButton } from '#web/ui/action-button.tsx'
import { FileLink } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { ReasonDialog } from '#web/ui/fields/reason-dialog.tsx'
import { Money } from '#web/ui/figures.tsx'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { Properties, Property, Section } from '#web/ui/rows.tsx'
import { Notice } from '#web/ui/state.tsx'
import css from './documents.module.css'

/** An issued document beside its list: what it says, its PDF, and making it void. */
export function DocumentPanel({ document, onClose }: { document: Document; onClose: () => void }) {
  const [asking, setAsking] = useState(false)
  const { id, kind, number, state, file_id, void_reason, can } = document
  const make = useCall(voidDocument, { inline: true, onSuccess: () => setAsking(false) })
  return (
    <SidePanel
      title={t(`documents.title.${kind}`, { number })}
      onClose={onClose}
      foot={
        <>
          {state === 'issued' && (
            <ActionButton refusal={can.void} side="start" onClick={() => setAsking(true)}>
              {t('documents.do_void')}
            </ActionButton>
          )}
          <FileLink
            variant="primary"
            href={`/api/files/${file_id}`}
            icon={<IconFileTypePdf size={16} stroke={1.75} aria-hidden="true" />}
          >
            {t('documents.open_pdf')}
          </FileLink>
        </>
      }
    >
      {state === 'void' && (
        <div className={css.notice}>
          <Notice tone="bad" title={t('documents.void')}>
            {void_reason}
          </Notice>
        </div>
      )}
      <About document={document} />
      <Lines document={document} />
      {asking && (
        <ReasonDialog
          danger
          title={t(`documents.void_title.${kind}`, { number })}
          hint={t('documents.void_hint')}
          label={t('documents.void_why')}
          act={t('documents.do_void')}
          busy={make.isPending}
          error={make.error}
          onAct={(reason) => make.mutate({ document_id: id, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </SidePanel>
  )
}

function About({ document: { issued_on, counterparty, order, basis, issued_by, state } }: { document: Document }) {
  return (
    <Section>
      <Properties>
        <Property label={t('documents.date')}>
          {dayDigits(issued_on)} {state === 'void' && <Chip tone="bad">{t('documents.void')}</Chip>}
        </Property>
        <Property label={t('documents.counterparty')}>
          <Link to={`/counterparties/${counterparty.id}`}>{counterparty.name}</Link>
        </Property>
        {order && (
          <Property label={t('documents.order')}>
            <Link to={`/orders/${order.id}`}>{t('thing.order', { number: order.number })}</Link>
          </Property>
        )}
        <Property label={t('documents.basis')}>{basis}</Property>
        <Property label={t('documents.issued_by')}>{issued_by.name}</Property>
      </Properties>
    </Section>
  )
}

function Lines({ document: { lines, total, vat, currency } }: { document: Document }) {
  return (
    <Section title={t('documents.lines')} aside={currency}>
      <ul className={css.lines}>
        {lines.map((line, i) => (
          <li key={i}>
            <span className={css.what}>
              {line.name}
              <small>
                {line.quantity} {line.unit} × <Money minor={line.price} />
              </small>
            </span>
            <Money minor={line.total} />
          </li>
        ))}
        <li className={css.total}>
          <span className={css.what}>
            {t('report.total')}
            <small>{vat === '0' ? t('documents.vat_none') : t('documents.vat')}</small>
          </span>
          <span className={css.sums}>
            <Money minor={total} />
            {vat !== '0' && (
              <small>
                <Money minor={vat} />
              </small>
            )}
          </span>
        </li>
      </ul>
    </Section>
  )
}
