import { lazy, Suspense, useState } from 'react'
import { IconUsers } from '@tabler/icons-react'
import { listDoubles, type ProbableDouble } from '#contract/doubles.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { Person } from '#web/ui/person.tsx'
import { sameWords } from './same-words.ts'
import css from './doubles.module.css'

const MergeDialog = lazy(() => import('./merge-dialog.tsx').then((module) => ({ default: module.MergeDialog })))

/** That somebody in this list may have been entered twice: said where the list is, and only when it is so. */
export function FoundDoubles({ kind }: { kind: 'staff' | 'performer' }) {
  const pairs = useMaybe(listDoubles, { kind })?.rows ?? []
  const [open, setOpen] = useState(false)
  const [compared, setCompared] = useState<ProbableDouble | null>(null)
  return (
    <>
      {pairs.length > 0 && (
        <Button variant="quiet" icon={<IconUsers size={16} stroke={1.75} />} onClick={() => setOpen(true)}>
          {t('double.found', { n: pairs.length })}
        </Button>
      )}
      {open && !compared && <Pairs pairs={pairs} onCompare={setCompared} onClose={() => setOpen(false)} />}
      <Suspense>
        {compared && <MergeDialog kept={compared.one} gone={compared.other} onClose={() => setCompared(null)} />}
      </Suspense>
    </>
  )
}

type Props = { pairs: readonly ProbableDouble[]; onCompare: (pair: ProbableDouble) => void; onClose: () => void }

function Pairs({ pairs, onCompare, onClose }: Props) {
  return (
    <Dialog
      wide
      title={t('double.found_title')}
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('do.close')}</Button>}
    >
      <div className={css.fields}>
        <p className={css.lead}>{t('double.found_lead')}</p>
        <ul className={css.found}>
          {pairs.map((pair) => (
            <li key={`${pair.one.id} ${pair.other.id}`}>
              <div className={css.two}>
                {[pair.one, pair.other].map((who) => (
                  <span key={who.id}>
                    <Person who={who} />
                    <span className={css.why}>{sameWords(who, [])}</span>
                  </span>
                ))}
              </div>
              <span className={css.why}>{pair.same.map((one) => t(`double.by.${one}`)).join(', ')}</span>
              <Button
                size="sm"
                aria-label={t('double.compare_of', { one: pair.one.name, other: pair.other.name })}
                onClick={() => onCompare(pair)}
              >
                {t('double.compare')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
