import { useState } from 'react'
import { Checkbox } from '@mantine/core'
import { IconFileText, IconPlus } from '@tabler/icons-react'
import type { Reply } from '#contract/endpoint.ts'
import { type DocumentKind, issueDocuments, proposeDocuments } from '#contract/documents.ts'
import type { Order } from '#contract/orders.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { amount, money, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Bone, Bones, Notice, ProblemNote } from '#web/ui/state.tsx'
import { LineRow } from './line-row.tsx'
import { type LineDraft, quantityOf, sumsOf } from './document-sums.ts'
import { MissingRequisites } from './missing-requisites.tsx'
import css from './acts.module.css'

type Props = { order: Order; onClose: () => void }
type Proposal = Reply<typeof proposeDocuments>

/** Invoice and act of the order: lines to look over, then numbers and files that never change. */
export function DocumentsDialog({ order, onClose }: Props) {
  const proposal = useMaybe(proposeDocuments, { order_id: order.id })
  const issue = useCall(issueDocuments, { inline: true })
  if (issue.data) {
    return (
      <Dialog title={t('papers.heading')} onClose={onClose} foot={<Button onClick={onClose}>{t('do.close')}</Button>}>
        <Issued documents={issue.data.documents} />
      </Dialog>
    )
  }
  if (!proposal) {
    return (
      <Dialog wide title={t('papers.heading')} onClose={onClose}>
        <Bones>
          <Bone h={140} />
        </Bones>
      </Dialog>
    )
  }
  return <Lines order={order} proposal={proposal} issue={issue} onClose={onClose} />
}

function Issued({ documents }: Reply<typeof issueDocuments>) {
  return (
    <div className={css.stack}>
      <Notice tone="good" title={t('papers.issued')}>
        {t('papers.issued_hint')}
      </Notice>
      {documents.map(({ id, kind, number, file_id, total, currency }) => (
        <a key={id} className={css.paper} href={`/api/files/${file_id}`} target="_blank" rel="noreferrer">
          <IconFileText size={18} stroke={1.75} aria-hidden="true" />
          <b>{t(`document_kind.${kind}`, { number })}</b>
          <span className={css.end}>{money(total, currency)}</span>
        </a>
      ))}
    </div>
  )
}

let made = 0
const drafted = (line: Omit<LineDraft, 'key'>): LineDraft => ({ ...line, key: `line${++made}` })

type LinesProps = Props & { proposal: Proposal; issue: ReturnType<typeof useCall<typeof issueDocuments>> }

function Lines({ order, proposal, issue, onClose }: LinesProps) {
  const issued = order.documents.filter(({ state }) => state === 'issued').map(({ kind }) => kind)
  const [kinds, setKinds] = useState<DocumentKind[]>(
    (['invoice', 'act'] as const).filter((kind) => !issued.includes(kind)),
  )
  const [day, setDay] = useState<string | null>(today)
  const [lines, setLines] = useState(() =>
    proposal.lines.map(({ name, unit, quantity, price, vat_rate }) =>
      drafted({ name, unit, quantity: quantity.replace('.', ','), price, vat_rate }),
    ),
  )
  const go = () => {
    const given = lines.map(({ key: _, quantity, price, ...rest }) => ({
      ...rest,
      quantity: quantityOf(quantity) ?? '0',
      price: price ?? '0',
    }))
    if (kinds.length > 0) issue.mutate({ order_id: order.id, kinds, ...(day && { issued_on: day }), lines: given })
  }
  return (
    <Dialog
      wide
      title={t('papers.heading')}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={issue.isPending}
            disabled={kinds.length === 0 || proposal.missing.length > 0}
          >
            {t('papers.issue', { n: kinds.length })}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <MissingRequisites missing={proposal.missing} counterparty_id={order.counterparty?.id} />
        <Kinds kinds={kinds} onKinds={setKinds} day={day} onDay={setDay} />
        <LineList lines={lines} onLines={setLines} />
        <Totals lines={lines} proposal={proposal} />
        <ProblemNote error={issue.error} />
      </div>
    </Dialog>
  )
}

function LineList({ lines, onLines }: { lines: LineDraft[]; onLines: (lines: LineDraft[]) => void }) {
  const first = lines[0]
  const fresh = () => ({
    name: '',
    unit: first?.unit ?? t('papers.unit'),
    quantity: '1',
    price: null,
    vat_rate: first?.vat_rate ?? null,
  })
  return (
    <div className={css.lines}>
      {lines.map((line) => (
        <LineRow
          key={line.key}
          line={line}
          first={line === first}
          onChange={(part) => onLines(lines.map((one) => (one.key === line.key ? { ...one, ...part } : one)))}
          {...(lines.length > 1 && { onRemove: () => onLines(lines.filter(({ key }) => key !== line.key)) })}
        />
      ))}
      <span>
        <Button
          size="sm"
          variant="quiet"
          icon={<IconPlus size={16} stroke={1.75} />}
          onClick={() => onLines([...lines, drafted(fresh())])}
        >
          {t('papers.add_line')}
        </Button>
      </span>
    </div>
  )
}

function Totals({ lines, proposal }: { lines: LineDraft[]; proposal: Proposal }) {
  const { total, vat } = sumsOf(lines)
  return (
    <div className={css.totals}>
      {vat > 0n && <span>{t('papers.vat', { sum: amount(String(vat)) })}</span>}
      <b>{t('papers.total', { sum: money(String(total), proposal.currency) })}</b>
      <small>{total === BigInt(proposal.total) ? proposal.total_in_words : t('papers.words_later')}</small>
    </div>
  )
}

type KindsProps = {
  kinds: DocumentKind[]
  onKinds: (kinds: DocumentKind[]) => void
  day: string | null
  onDay: (day: string | null) => void
}

function Kinds({ kinds, onKinds, day, onDay }: KindsProps) {
  return (
    <div className={css.kinds}>
      {(['invoice', 'act'] as const).map((kind) => (
        <Checkbox
          key={kind}
          label={t(`papers.${kind}`)}
          checked={kinds.includes(kind)}
          onChange={({ target }) => onKinds(target.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))}
        />
      ))}
      <WhenField only_day className={css.day ?? ''} label={t('papers.day')} value={day} onChange={onDay} />
    </div>
  )
}
