import type { ReactNode } from 'react'
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react'
import type { Entry } from '#contract/history.ts'
import type { Order } from '#contract/orders.ts'
import { useMe } from '#web/app/me.ts'
import { knows, t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { MessageBlock } from '#web/ui/talk/timeline.tsx'
import css from './card.module.css'

type Props = { entry: Entry; order: Order }

/** Whether a fact of an order is somebody's words, to be shown as they were said. */
export const isSaid = ({ name, facts }: Entry): boolean =>
  name === 'order.noted' || ((name === 'order.rejected' || name === 'order.accepted') && Boolean(facts['words']))

/** A note among the staff, or what the customer wrote to his decision. */
export function OrderWords({ entry, order }: Props) {
  const { member } = useMe()
  const { name, at, actor, facts } = entry
  const noted = name === 'order.noted'
  const photos = noted ? [] : photosOf(order, facts['round'])
  const mine = noted && actor?.id === member?.id
  return (
    <MessageBlock
      at={at}
      who={{ id: actor?.id ?? '', name: actor?.name ?? t('order.customer') }}
      {...(mine && { name: t('message.you') })}
      to={noted ? 'inside' : 'outside'}
      about={!noted && <Decision entry={entry} />}
      media={photos.length > 0 && photos.map((file_id) => <Shot key={file_id} file_id={file_id} />)}
    >
      {String(facts[noted ? 'text' : 'words'])}
    </MessageBlock>
  )
}

function Decision({ entry: { name, facts } }: { entry: Entry }): ReactNode {
  const rejected = name === 'order.rejected'
  const Icon = rejected ? IconThumbDown : IconThumbUp
  const reason = `rejection.${String(facts['reason'])}`
  return (
    <>
      {t('round.n', { n: Number(facts['round']) })}
      <Chip tone={rejected ? 'bad' : 'good'} icon={<Icon size={12} stroke={1.75} />}>
        {t(rejected ? 'round.rejected' : 'round.accepted')}
        {rejected && knows(reason) && `: ${t(reason).toLowerCase()}`}
      </Chip>
    </>
  )
}

/** What the customer photographed to show what is wrong. */
function photosOf({ rounds }: Order, round: unknown): string[] {
  const photos = rounds.find(({ number }) => number === round)?.photos ?? []
  return photos.filter(({ side }) => side === 'rejection').map(({ file_id }) => file_id)
}

const Shot = ({ file_id }: { file_id: string }) => (
  <a className={css.shot} href={`/api/files/${file_id}`} target="_blank" rel="noreferrer">
    <img src={`/api/files/${file_id}?w=240`} alt={t('round.photo')} loading="lazy" />
  </a>
)
