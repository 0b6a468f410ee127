import { IconInbox, IconPhonePlus, IconPlugConnected } from '@tabler/icons-react'
import { listChannels } from '#contract/inbox/channels.ts'
import { type ConversationRow, listConversations } from '#contract/inbox/conversations.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useMayBegin, useRight } from '#web/app/me.ts'
import { useList, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton, LinkButton } from '#web/ui/button.tsx'
import { SearchField } from '#web/ui/fields/search-field.tsx'
import { Empty } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { DialogueRow } from './dialogue-row.tsx'
import type { InboxFilters, SetInboxFilters } from './inbox-page.tsx'
import { ListFilter } from './list-filter.tsx'
import css from './inbox.module.css'

type Props = { filters: InboxFilters; set: SetInboxFilters }
type Counts = Reply<typeof listConversations>['counts']

/** The left column: who waits, what is mine, everything; found by any word. */
export function DialogueList({ filters, set }: Props) {
  const { view, channel, free, q, open } = filters
  const { rows, first, has_more, loading_more, more } = useList(listConversations, {
    view: view ?? 'open',
    ...(channel && { channel_id: channel }),
    ...(free && { free }),
    ...(q && { search: q }),
  })
  const counts = (first as { counts: Counts } | undefined)?.counts
  const may = useMayBegin()
  return (
    <section className={css.list} aria-label={t('nav.inbox')}>
      <header className={css.listHead}>
        <h1>{t('nav.inbox')}</h1>
        <ListFilter filters={filters} set={set} />
        {may('dialogues.answer') && (
          <IconButton
            variant="default"
            label={t('inbox.log_call')}
            icon={<IconPhonePlus size={16} stroke={1.75} />}
            onClick={() => set({ call: 'new' })}
          />
        )}
      </header>
      <div className={css.listTools}>
        <Segments
          label={t('inbox.which')}
          at={view === 'waiting' || view === 'mine' ? view : 'open'}
          onGo={(next) => set({ view: next === 'open' ? undefined : next })}
          tabs={[
            { id: 'open', name: t('inbox.view.open') },
            { id: 'waiting', name: t('inbox.view.waiting'), ...(counts?.waiting && { n: counts.waiting }) },
            { id: 'mine', name: t('inbox.view.mine'), ...(counts?.mine && { n: counts.mine }) },
          ]}
        />
        <SearchField label={t('inbox.search')} value={q} onFind={(next) => set({ q: next })} />
      </div>
      <div className={css.rows}>
        {rows.map((row) => (
          <DialogueRow key={row.id} row={row} open={row.id === open} onOpen={() => set(OPENED(row), { step: !open })} />
        ))}
        {rows.length === 0 && (
          <div className={css.none}>
            <Nothing filters={filters} set={set} />
          </div>
        )}
        {has_more && (
          <Button size="sm" variant="quiet" busy={loading_more} onClick={more}>
            {t('inbox.more')}
          </Button>
        )}
      </div>
    </section>
  )
}

const OPENED = ({ id }: ConversationRow) => ({ open: id, order: undefined })

/** Nobody writes yet, or nobody of those who are looked for. */
function Nothing({ filters: { view, channel, free, q }, set }: Props) {
  const right = useRight()
  const channels = useMaybe(listChannels, {})
  if (view || channel || free || q)
    return (
      <Empty title={q ? t('inbox.not_found') : t('inbox.none_here')}>
        <Button onClick={() => set({ view: undefined, channel: undefined, free: undefined, q: undefined })}>
          {t('inbox.show_all')}
        </Button>
      </Empty>
    )
  const connected = (channels?.rows.length ?? 0) > 0
  return (
    <Empty
      icon={<IconInbox size={24} stroke={1.75} />}
      title={t(connected ? 'inbox.quiet' : 'inbox.empty')}
      hint={t(connected ? 'inbox.quiet_hint' : 'inbox.empty_hint')}
    >
      {!connected && right('channels.manage') && (
        <LinkButton variant="primary" to="/settings/channels" icon={<IconPlugConnected size={16} stroke={1.75} />}>
          {t('inbox.connect')}
        </LinkButton>
      )}
    </Empty>
  )
}
