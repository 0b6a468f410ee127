import { useState } from 'react'
import { Select, Textarea } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { type Order, recordDecision } from '#contract/orders.ts'
import type { StoredFile } from '#contract/files.ts'
import { useCall } from '#web/platform/ask.ts'
import { Problem } from '#web/platform/problem.ts'
import { upload } from '#web/platform/upload.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { Notice, ProblemNote } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import css from './acts.module.css'

const REASONS = ['quality', 'volume', 'deadline', 'price', 'other'] as const
type Props = { order: Order; onClose: () => void }

/** The customer said it by phone or on paper: recorded in his place, marked so, with what proves it. */
export function DecisionDialog({ order, onClose }: Props) {
  const [decision, setDecision] = useState<'accepted' | 'rejected'>('accepted')
  const [proof, setProof] = useState('')
  const [reason, setReason] = useState<(typeof REASONS)[number]>('quality')
  const [words, setWords] = useState('')
  const [file, setFile] = useState<StoredFile | null>(null)
  const [bare, setBare] = useState(false)
  const record = useCall(recordDecision, { inline: true, onSuccess: onClose })
  const rejected = decision === 'rejected'
  const go = () => {
    if (!proof.trim() || (rejected && !words.trim())) return setBare(true)
    record.mutate({
      order_id: order.id,
      version: order.version,
      decision,
      proof: proof.trim(),
      ...(file && { proof_file_id: file.id }),
      ...(rejected && { reason }),
      ...(words.trim() && { words: words.trim() }),
    })
  }
  return (
    <Dialog
      title={t('act.decision')}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={record.isPending}>
            {t(rejected ? 'decision.record_rejected' : 'decision.record_accepted')}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <Notice tone="info">{t('decision.hint')}</Notice>
        <div>
          <Segments
            label={t('act.decision')}
            at={decision}
            onGo={setDecision}
            tabs={[
              { id: 'accepted', name: t('decision.accepted') },
              { id: 'rejected', name: t('decision.rejected') },
            ]}
          />
        </div>
        {rejected && <Rejection {...{ reason, words, bare }} onReason={setReason} onWords={setWords} />}
        <Textarea
          label={t('decision.proof')}
          placeholder={t('decision.proof_example')}
          autosize
          minRows={2}
          maxLength={2000}
          value={proof}
          error={bare && !proof.trim() ? t('field.required') : undefined}
          onChange={(event) => setProof(event.target.value)}
        />
        <ProofFile file={file} onFile={setFile} />
        <ProblemNote error={record.error} />
      </div>
    </Dialog>
  )
}

type Reason = (typeof REASONS)[number]
type RejectionProps = {
  reason: Reason
  words: string
  bare: boolean
  onReason: (reason: Reason) => void
  onWords: (words: string) => void
}

function Rejection({ reason, words, bare, onReason, onWords }: RejectionProps) {
  return (
    <>
      <Select
        label={t('decision.reason')}
        data={REASONS.map((one) => ({ value: one, label: t(`rejection.${one}`) }))}
        value={reason}
        onChange={(next) => onReason(REASONS.find((one) => one === next) ?? 'other')}
      />
      <Textarea
        label={t('decision.words')}
        autosize
        minRows={2}
        maxLength={5000}
        value={words}
        error={bare && !words.trim() ? t('field.required') : undefined}
        onChange={(event) => onWords(event.target.value)}
      />
    </>
  )
}

/** A letter, a signed paper, a screenshot. */
function ProofFile({ file, onFile }: { file: StoredFile | null; onFile: (file: StoredFile | null) => void }) {
  const [state, setState] = useState<{ busy: boolean; problem: Problem | null }>({ busy: false, problem: null })
  const send = async (given: File | undefined) => {
    if (!given) return
    setState({ busy: true, problem: null })
    try {
      onFile(await upload('/api/files', given))
      setState({ busy: false, problem: null })
    } catch (error) {
      setState({ busy: false, problem: error instanceof Problem ? error : new Problem(0, {}) })
    }
  }
  if (file) {
    return (
      <span className={css.file}>
        <IconPaperclip size={16} stroke={1.75} aria-hidden="true" />
        {file.name}
        <Button size="sm" variant="quiet" onClick={() => onFile(null)}>
          {t('do.remove')}
        </Button>
      </span>
    )
  }
  return (
    <div>
      <label className={css.attach} data-busy={state.busy || undefined}>
        <IconPaperclip size={16} stroke={1.75} aria-hidden="true" />
        {t('composer.attach')}
        <input type="file" onChange={(event) => void send(event.target.files?.[0])} />
      </label>
      <ProblemNote error={state.problem} />
    </div>
  )
}
