import { IconPlus } from '@tabler/icons-react'
import { listChannels } from '#contract/inbox/channels.ts'
import { useReply } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { text, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { PageHead } from '#web/ui/page-head.tsx'
import { Empty, Notice } from '#web/ui/state.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import css from '../settings.module.css'
import { ChatForm } from './chat-form.tsx'

const NEW = 'new'

/** «Чат на сайте»: the chats of the company, each with its look, its sites and the line for them. */
export function SiteChatPage() {
  const { rows, can } = useReply(listChannels, {})
  const chats = rows.filter(({ kind }) => kind === 'web_chat')
  const [{ chat: wanted = null }, setFilters] = useFilters({ chat: text })
  const setWanted = (chat: string) => setFilters({ chat })
  // What was connected just now is not among the rows yet: until it is, its form stays as it was typed.
  const channel = chats.find(({ id }) => id === wanted) ?? (wanted === null ? (chats[0] ?? null) : null)
  const at = channel?.id ?? (wanted === null ? null : NEW)
  const may = can.connect === null
  const add = may && (
    <Button icon={<IconPlus size={16} stroke={1.75} />} onClick={() => setWanted(NEW)}>
      {t('sitechat.connect')}
    </Button>
  )
  const names = chats.map(({ id, name }) => ({ id, name }))
  const tabs = at === NEW ? [...names, { id: NEW, name: t('sitechat.new') }] : names
  return (
    <div className={css.scrolls}>
      <PageHead
        title={t('sitechat.tab')}
        crumbs={[
          <Link key="settings" to="/settings">
            {t('nav.settings')}
          </Link>,
          <Link key="channels" to="/settings/channels">
            {t('settings.channels')}
          </Link>,
        ]}
        acts={channel && add}
      >
        {tabs.length > 1 && <Tabs label={t('sitechat.tab')} tabs={tabs} at={at ?? NEW} onGo={setWanted} />}
      </PageHead>
      {at === null ? (
        <div className={css.center}>
          <Empty title={t('sitechat.none')} hint={t('sitechat.none_hint')}>
            {add}
          </Empty>
        </div>
      ) : (
        <>
          {!may && <Notice tone="info">{t('sitechat.read_only')}</Notice>}
          <ChatForm key={at} channel={channel} may={may} onConnected={setWanted} />
        </>
      )}
    </div>
  )
}
