import { useRef } from 'react'
import { IconTableImport, IconUpload } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { saveSample } from './sample.ts'
import { useSendTable } from './send-table.ts'
import { useFileDrop } from './use-file-drop.ts'
import css from './drop-zone.module.css'

const ACCEPTED = '.xlsx,.csv,.tsv,.txt'

type Props = {
  /** Another one, after one that was not read. */
  again?: boolean
  /** Nothing else is on the page yet: it takes more room. */
  first?: boolean
}

/** Where a table is chosen, or dropped; its import begins at once. */
export function DropZone({ again = false, first = false }: Props) {
  const { send, busy, error } = useSendTable()
  const over = useFileDrop((file) => void (!busy && send(file)))
  const field = useRef<HTMLInputElement>(null)
  return (
    <section className={css.place} aria-label={t('import.drop')}>
      <div className={css.zone} data-over={over || undefined} data-first={first || undefined}>
        <IconTableImport size={24} stroke={1.75} aria-hidden="true" />
        <div className={css.words}>
          <h2>{t('import.drop')}</h2>
          <p>{t('import.formats')}</p>
        </div>
        <div className={css.acts}>
          <Button variant="quiet" onClick={saveSample}>
            {t('import.sample_get')}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            icon={<IconUpload size={16} stroke={1.75} />}
            onClick={() => field.current?.click()}
          >
            {t(again ? 'import.another' : 'import.choose')}
          </Button>
          <input
            ref={field}
            hidden
            type="file"
            accept={ACCEPTED}
            aria-label={t('import.file')}
            onChange={({ target }) => {
              void send(target.files?.[0])
              // The same file, mended, can be chosen once more.
              target.value = ''
            }}
          />
        </div>
      </div>
      <ProblemNote error={error} />
    </section>
  )
}
