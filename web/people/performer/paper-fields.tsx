import { Select, TextInput } from '@mantine/core'
import type { PaperKind } from '#contract/papers.ts'
import { t } from '#web/platform/words.ts'

const KINDS = ['contract', 'identity', 'certificate', 'other'] as const

type Props = {
  kind: PaperKind
  title: string
  onKind: (kind: PaperKind) => void
  onTitle: (title: string) => void
}

/** What a paper is and what it is called. */
export function PaperFields({ kind, title, onKind, onTitle }: Props) {
  return (
    <>
      <Select
        label={t('papers.kind')}
        data={KINDS.map((one) => ({ value: one, label: t(`paper_kind.${one}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => onKind(next ?? 'other')}
      />
      <TextInput
        label={t('papers.title')}
        data-autofocus
        maxLength={200}
        value={title}
        onChange={(event) => onTitle(event.currentTarget.value)}
      />
    </>
  )
}
