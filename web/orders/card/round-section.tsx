import type { Order, Round } from '#contract/orders.ts'
import { dayDigits, dayInWords, moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { Section } from '#web/ui/rows.tsx'
import css from './card.module.css'

/** Every showing to the customer and what he decided; earlier rounds are kept. */
export function RoundSection({ order: { rounds } }: { order: Order }) {
  return (
    <Section title={t('round.heading')}>
      {rounds.toReversed().map((round) => (
        <RoundRow key={round.id} round={round} />
      ))}
    </Section>
  )
}

function RoundRow({ round }: { round: Round }) {
  const { number, sent_at, decision, by_silence, decided_at, withdrawn_at, photos } = round
  const theirs = photos.filter(({ side }) => side === 'rejection')
  return (
    <div className={css.round}>
      <div className={css.roundHead}>
        <b>{t('round.n', { n: number })}</b>
        {decision === 'accepted' && <Chip tone="good">{t(by_silence ? 'round.silent' : 'round.accepted')}</Chip>}
        {decision === 'rejected' && <Chip tone="bad">{t('round.rejected')}</Chip>}
        {withdrawn_at && <Chip>{t('round.taken_back')}</Chip>}
        {!decision && !withdrawn_at && <Chip>{t('round.at_customer')}</Chip>}
        <span className={css.when}>{moment(decided_at ?? sent_at)}</span>
      </div>
      <Decided round={round} />
      <SilenceLine round={round} />
      {theirs.length > 0 && (
        <div className={css.shots}>
          {theirs.map(({ file_id }) => (
            <a key={file_id} href={`/api/files/${file_id}`} target="_blank" rel="noreferrer">
              <img src={`/api/files/${file_id}?w=240`} alt={t('round.photo')} loading="lazy" />
            </a>
          ))}
        </div>
      )}
    </div>
  )
}

/** What comes of no answer, or came of it, and by which contract; once somebody has decided it matters no more. */
function SilenceLine({
  round: { silence, silence_broken_at, by_silence, decision, withdrawn_at, reminded_at },
}: {
  round: Round
}) {
  if (!silence || withdrawn_at || (decision && !by_silence)) return null
  if (silence_broken_at) return <p>{t('round.silence_broken')}</p>
  const { days: n, last_day, contract_number: contract, contract_signed_on } = silence
  const about = { n, day: dayInWords(last_day), contract, signed_on: dayDigits(contract_signed_on) }
  return (
    <>
      <p>{t(by_silence ? 'round.silence_over' : 'round.silence_until', about)}</p>
      {reminded_at && <p className={css.quiet}>{t('round.reminded', { at: moment(reminded_at) })}</p>}
    </>
  )
}

/** By whom, on what ground, and what was wrong. */
function Decided({ round: { decided_by, sent_by, reason, words } }: { round: Round }) {
  return (
    <>
      {decided_by ? (
        <p className={css.quiet}>
          {t(decided_by.in_place_of_customer ? 'round.in_place' : 'round.by', { name: decided_by.name })}
          {decided_by.proof && `: ${decided_by.proof}`}
        </p>
      ) : (
        <p className={css.quiet}>{t('round.sent_by', { name: sent_by.name })}</p>
      )}
      {reason && (
        <p>
          <b className={css.bad}>{t(`rejection.${reason}`)}</b>
          {words && `: ${words}`}
        </p>
      )}
      {!reason && words && <p>{words}</p>}
    </>
  )
}
