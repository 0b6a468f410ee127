import { useState } from 'react'
import { IconCopy } from '@tabler/icons-react'
import { listPartyDoubles, type PartyDouble } from '#contract/parties/doubles.ts'
import css from '#web/people/doubles/doubles.module.css'
import { useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { useTellApart } from './card-doubles.tsx'
import { evidenceWords } from './evidence.ts'
import { MergeDialog } from './merge-dialog.tsx'

/** That counterparties of the list may have been entered twice: said where the list is, and only when it is so. */
export function FoundParties() {
  const pairs = useMaybe(listPartyDoubles, { kind: 'counterparty' })?.rows ?? []
  const [open, setOpen] = useState(false)
  const [compared, setCompared] = useState<PartyDouble | null>(null)
  return (
    <>
      {pairs.length > 0 && (
        <Button variant="quiet" icon={<IconCopy size={16} stroke={1.75} />} onClick={() => setOpen(true)}>
          {t('double.found', { n: pairs.length })}
        </Button>
      )}
      {open && !compared && <Pairs pairs={pairs} onCompare={setCompared} onClose={() => setOpen(false)} />}
      {compared && (
        <MergeDialog kind="counterparty" kept={compared.one} gone={compared.other} onClose={() => setCompared(null)} />
      )}
    </>
  )
}

type Props = { pairs: readonly PartyDouble[]; onCompare: (pair: PartyDouble) => void; onClose: () => void }

function Pairs({ pairs, onCompare, onClose }: Props) {
  const tell = useTellApart('counterparty')
  return (
    <Dialog
      wide
      title={t('merging.found_title.counterparty')}
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('do.close')}</Button>}
    >
      <div className={css.fields}>
        <p className={css.lead}>{t('merging.found_lead')}</p>
        <ul className={css.found}>
          {pairs.length === 0 && <li className={css.lead}>{t('double.none_left')}</li>}
          {pairs.map((pair) => (
            <li key={`${pair.one.id} ${pair.other.id}`}>
              <span>
                <b>{pair.one.name}</b> — <b>{pair.other.name}</b>
                <br />
                <span className={css.why}>{evidenceWords('counterparty', pair.same)}</span>
              </span>
              <span className={css.acts}>
                <Button size="sm" variant="quiet" onClick={() => tell(pair)}>
                  {t('merging.tell_apart.counterparty')}
                </Button>
                <Button
                  size="sm"
                  aria-label={t('double.compare_of', { one: pair.one.name, other: pair.other.name })}
                  onClick={() => onCompare(pair)}
                >
                  {t('double.compare')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
