import { lazy, Suspense, useState } from 'react'
import { IconUsers } from '@tabler/icons-react'
import { listDoubles, type ProbableDouble, tellApart } from '#contract/doubles.ts'
import { useMayBegin } from '#web/app/me.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Person } from '#web/ui/person.tsx'
import { sameWords } from './same-words.ts'
import css from './doubles.module.css'

const MergeDialog = lazy(() => import('./merge-dialog.tsx').then((module) => ({ default: module.MergeDialog })))

/** That somebody in this list may have been entered twice: said where the list is, and only when it is so. */
export function FoundDoubles({ kind }: { kind: 'staff' | 'performer' }) {
  const pairs = useMaybe(listDoubles, { kind })?.rows ?? []
  const [open, setOpen] = useState(false)
  const [compared, setCompared] = useState<ProbableDouble | null>(null)
  const say = useCall(tellApart)
  const tell = ({ one, other }: ProbableDouble) => {
    const pair = { member_id: one.id, other_id: other.id }
    const undo = () => say.mutate({ ...pair, apart: false })
    const told = () => toast(t('double.told_apart', { one: one.name, other: other.name }), undo)
    say.mutate({ ...pair, apart: true }, { onSuccess: told })
  }
  return (
    <>
      {pairs.length > 0 && (
        <Button variant="quiet" icon={<IconUsers size={16} stroke={1.75} />} onClick={() => setOpen(true)}>
          {t('double.found', { n: pairs.length })}
        </Button>
      )}
      {open && !compared && (
        <Pairs pairs={pairs} onCompare={setCompared} onApart={tell} onClose={() => setOpen(false)} />
      )}
      <Suspense>
        {compared && <MergeDialog kept={compared.one} gone={compared.other} onClose={() => setCompared(null)} />}
      </Suspense>
    </>
  )
}

type Props = {
  pairs: readonly ProbableDouble[]
  onCompare: (pair: ProbableDouble) => void
  onApart: (pair: ProbableDouble) => void
  onClose: () => void
}

function Pairs({ pairs, onCompare, onApart, onClose }: Props) {
  const mayWrite = useMayBegin()()
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
          {pairs.length === 0 && <li className={css.lead}>{t('double.none_left')}</li>}
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
              <span className={css.acts}>
                {mayWrite && (
                  <Button
                    size="sm"
                    variant="quiet"
                    aria-label={t('double.tell_apart_of', { one: pair.one.name, other: pair.other.name })}
                    onClick={() => onApart(pair)}
                  >
                    {t('double.tell_apart')}
                  </Button>
                )}
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
