import { IconArrowBackUp } from '@tabler/icons-react'
import type { CounterpartyCard, RequisitesVersion } from '#contract/counterparties.ts'
import { dropRequisites } from '#contract/parties/requisites-versions.ts'
import type { RequisitesCountry } from '#contract/requisites.ts'
import { useCall } from '#web/platform/ask.ts'
import { dayName } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { GivenRequisites } from './given-requisites.tsx'
import { lastDayBefore } from './requisites.ts'
import css from './requisites.module.css'

type Props = { card: CounterpartyCard; country: RequisitesCountry; onClose: () => void }

/** All requisites that a counterparty had, has and is going to have; what was set from a day on can be taken back. */
export function RequisitesVersions({ card, country, onClose }: Props) {
  const drop = useCall(dropRequisites, { inline: true, onSuccess: () => toast(t('requisites.dropped')) })
  const { versions, requisites_from } = card
  return (
    <Dialog
      wide
      title={t('requisites.versions')}
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('do.close')}</Button>}
    >
      <ProblemNote error={drop.error} />
      {versions.map((version, at) => (
        <section key={version.from_day ?? ''} className={css.version}>
          <h3>
            {spanOf(version, versions[at - 1])}
            <StateChip at={version.from_day} now={requisites_from} />
            {version.from_day && !card.can.change && (
              <IconButton
                size="sm"
                label={t('requisites.drop')}
                icon={<IconArrowBackUp size={16} stroke={1.75} />}
                onClick={() => {
                  const { id: counterparty_id, version: seen } = card
                  drop.mutate({ counterparty_id, from_day: version.from_day ?? '', version: seen })
                }}
              />
            )}
          </h3>
          <GivenRequisites {...version} country={country} />
        </section>
      ))}
    </Dialog>
  )
}

function spanOf({ from_day }: RequisitesVersion, next: RequisitesVersion | undefined): string {
  const until = next?.from_day ? dayName(lastDayBefore(next.from_day)) : null
  if (from_day === null) return until ? t('requisites.until', { day: until }) : t('requisites.from_beginning')
  const day = dayName(from_day)
  return until ? t('requisites.from_until', { day, until }) : t('requisites.from', { day })
}

function StateChip({ at, now }: { at: string | null; now: string | null }) {
  if (at === now) return <Chip tone="good">{t('requisites.current')}</Chip>
  return <Chip>{t((at ?? '') > (now ?? '') ? 'requisites.coming' : 'requisites.past')}</Chip>
}
