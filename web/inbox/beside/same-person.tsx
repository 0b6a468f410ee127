import { useState } from 'react'
import {
  listPartyDoubles,
  listPartyMerges,
  mergeParties,
  type PartyDouble,
  undoPartyMerge,
} from '#contract/parties/doubles.ts'
import { useTellApart } from '#web/counterparties/merging/card-doubles.tsx'
import { evidenceWords, spoken } from '#web/counterparties/merging/evidence.ts'
import { MergeDialog } from '#web/counterparties/merging/merge-dialog.tsx'
import css from '#web/counterparties/merging/merging.module.css'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { ago } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'

/** Who else this person may be, with what speaks for it; joined by one click, and parted by one. */
export function SamePerson({ contact_id }: { contact_id: string }) {
  const pairs = useMaybe(listPartyDoubles, { kind: 'contact', card_id: contact_id })?.rows ?? []
  return (
    <>
      {pairs.length > 0 && (
        <section className={css.doubles} aria-label={t('merging.same_person')}>
          <ul>
            {pairs.slice(0, SHOWN).map((pair) => (
              <Suggestion key={`${pair.one.id} ${pair.other.id}`} pair={pair} contact_id={contact_id} />
            ))}
          </ul>
        </section>
      )}
      <Joined contact_id={contact_id} />
    </>
  )
}

const SHOWN = 3

function Suggestion({ pair, contact_id }: { pair: PartyDouble; contact_id: string }) {
  const [comparing, setComparing] = useState(false)
  const tell = useTellApart('contact')
  const undo = useCall(undoPartyMerge)
  const join = useCall(mergeParties, {
    onSuccess: ({ name, merge_id }) => toast(t('merging.done', { name }), () => undo.mutate({ merge_id })),
  })
  const { kept, gone } = remains(pair)
  const who = pair.one.id === contact_id ? pair.other : pair.one
  // Both have a place already: which of the two is right is to be looked at.
  const conflict = kept.counterparty && gone.counterparty && kept.counterparty.id !== gone.counterparty.id
  const go = () =>
    conflict
      ? setComparing(true)
      : join.mutate({
          kind: 'contact',
          card_id: kept.id,
          gone_id: gone.id,
          from_gone: [],
          kept_version: kept.version,
          gone_version: gone.version,
        })
  return (
    <li>
      <span className={css.pair}>
        {t('merging.maybe', { name: who.name })}
        <small>{[who.counterparty?.name, spoken(who.detail)].filter(Boolean).join(' · ')}</small>
        <small>{evidenceWords('contact', pair.same)}</small>
      </span>
      <span className={css.acts}>
        <Button size="sm" busy={join.isPending} onClick={go}>
          {t(conflict ? 'double.compare' : 'double.submit')}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => tell(pair)}>
          {t('merging.tell_apart.contact')}
        </Button>
      </span>
      {comparing && <MergeDialog kind="contact" kept={kept} gone={gone} onClose={() => setComparing(false)} />}
    </li>
  )
}

/** The card that is somebody's contact already remains, else the older one. */
function remains({ one, other }: PartyDouble) {
  return !one.counterparty && other.counterparty ? { kept: other, gone: one } : { kept: one, gone: other }
}

/** What was joined lately, and the way back. */
function Joined({ contact_id }: { contact_id: string }) {
  const rows = useMaybe(listPartyMerges, { kind: 'contact', card_id: contact_id })?.rows ?? []
  const undo = useCall(undoPartyMerge, {
    onSuccess: ({ kept, gone }) => toast(t('merging.undone', { kept: kept.name, gone: gone.name })),
  })
  if (rows.length === 0) return null
  return (
    <ul className={css.merged}>
      {rows.map(({ id, gone, at }) => (
        <li key={id}>
          <span className={css.pair}>
            <small>{t('merging.was', { ago: ago(at), gone: gone.name })}</small>
          </span>
          <Button
            size="sm"
            variant="quiet"
            busy={undo.isPending}
            aria-label={t('merging.undo_of', { gone: gone.name })}
            onClick={() => undo.mutate({ merge_id: id })}
          >
            {t('merging.undo')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
