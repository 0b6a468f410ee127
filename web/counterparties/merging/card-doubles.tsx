import { useState } from 'react'
import { listPartyDoubles, type PartyDouble, type PartyKind, tellPartiesApart } from '#contract/parties/doubles.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { evidenceWords, spoken } from './evidence.ts'
import { MergeDialog, type Who } from './merge-dialog.tsx'
import css from './merging.module.css'

type Props = {
  kind: PartyKind
  /** Of this card, or of the contacts of that counterparty. */
  of: { card_id: string } | { counterparty_id: string }
  onMerged?: (who: Who) => void
}

/** Cards that may be the same as this one, with what both have; said only when there are any. */
export function CardDoubles({ kind, of, onMerged }: Props) {
  const pairs = useMaybe(listPartyDoubles, { kind, ...of })?.rows ?? []
  const [compared, setCompared] = useState<PartyDouble | null>(null)
  const tell = useTellApart(kind)
  const own = 'card_id' in of ? of.card_id : null
  return (
    <>
      {pairs.length > 0 && (
        <section className={css.doubles} aria-label={t(`merging.probable.${kind}`)}>
          <b>{t(`merging.probable.${kind}`)}</b>
          <ul>
            {pairs.map((pair) => {
              const names = (own ? [pair.one, pair.other].filter(({ id }) => id !== own) : [pair.one, pair.other]).map(
                ({ name, counterparty, detail }) =>
                  // Two of one name are told apart by what else is known of them.
                  own
                    ? [name, counterparty?.name].filter(Boolean).join(' · ')
                    : [name, spoken(detail)].filter(Boolean).join(', '),
              )
              return (
                <li key={`${pair.one.id} ${pair.other.id}`}>
                  <span className={css.pair}>
                    {names.join(' — ')} <small>{evidenceWords(kind, pair.same)}</small>
                  </span>
                  <span className={css.acts}>
                    <Button size="sm" onClick={() => setCompared(own ? turned(pair, own) : pair)}>
                      {t('double.compare')}
                    </Button>
                    <Button size="sm" variant="quiet" onClick={() => tell(pair)}>
                      {t(`merging.tell_apart.${kind}`)}
                    </Button>
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {compared && (
        <MergeDialog
          kind={kind}
          kept={compared.one}
          gone={compared.other}
          onClose={() => setCompared(null)}
          {...(onMerged && { onMerged })}
        />
      )}
    </>
  )
}

/** The card whose page it is remains, unless they are swapped. */
const turned = (pair: PartyDouble, own: string): PartyDouble =>
  pair.one.id === own ? pair : { ...pair, one: pair.other, other: pair.one }

/** Says of a pair that they are two, and how that is taken back. */
export function useTellApart(kind: PartyKind) {
  const say = useCall(tellPartiesApart)
  return ({ one, other }: PartyDouble) => {
    const pair = { kind, card_id: one.id, other_id: other.id }
    const told = () =>
      toast(t('merging.told_apart', { one: one.name, other: other.name }), () => say.mutate({ ...pair, apart: false }))
    say.mutate({ ...pair, apart: true }, { onSuccess: told })
  }
}
