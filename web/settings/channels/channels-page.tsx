import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { type Channel, listChannels } from '#contract/inbox/channels.ts'
import type { ChannelKind } from '#contract/inbox/conversations.ts'
import { useReply } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import { Notice } from '#web/ui/state.tsx'
import { SettingsHead } from '../settings-head.tsx'
import { ChannelCard } from './channel-card.tsx'
import { ChannelDialog } from './channel-dialog.tsx'
import { kindIcons, kindPages, kinds } from './channel-kinds.ts'
import css from './channels.module.css'
import settings from '../settings.module.css'

/** How a channel does changes without anybody doing anything: it is asked for again while one looks. */
const AGAIN_MS = 10_000

type Open = { kind: ChannelKind; channel: Channel | null }

/** «Каналы»: what is connected and how it does, and what can be connected. */
export function ChannelsPage() {
  const { rows, can } = useReply(listChannels, { archived: true })
  useAskingAgain()
  const [open, setOpen] = useState<Open | null>(null)
  const change = (channel: Channel) => setOpen({ kind: channel.kind, channel })
  const [kept, away] = [rows.filter(({ archived }) => !archived), rows.filter(({ archived }) => archived)]
  return (
    <div className={settings.scrolls}>
      <SettingsHead />
      <div className={cx(settings.sheet, css.page)}>
        {can.connect && <Notice tone="info">{t('channels.read_only')}</Notice>}
        <p className={css.quiet}>{t('channels.explain')}</p>
        {kept.length > 0 && (
          <ul className={css.list} aria-label={t('channels.list')}>
            {kept.map((channel) => (
              <ChannelCard key={channel.id} channel={channel} onChange={change} />
            ))}
          </ul>
        )}
        {!can.connect && <Offers more={kept.length > 0} onConnect={(kind) => setOpen({ kind, channel: null })} />}
        {away.length > 0 && (
          <section>
            <h2>{t('channels.archived')}</h2>
            <ul className={css.list}>
              {away.map((channel) => (
                <ChannelCard key={channel.id} channel={channel} onChange={change} />
              ))}
            </ul>
          </section>
        )}
        {open && <ChannelDialog key={open.channel?.id ?? open.kind} {...open} onClose={() => setOpen(null)} />}
      </div>
    </div>
  )
}

function Offers({ more, onConnect }: { more: boolean; onConnect: (kind: ChannelKind) => void }) {
  return (
    <section>
      {more && <h2>{t('channels.connect_more')}</h2>}
      <ul className={css.offers}>
        {kinds.map((kind) => {
          const Icon = kindIcons[kind]
          return (
            <li key={kind}>
              <Icon size={20} stroke={1.75} aria-hidden="true" />
              <span className={css.title}>
                <b>{t(`channels.kind.${kind}`)}</b>
                <small>{t(`channels.what.${kind}`)}</small>
              </span>
              <Connect kind={kind} onConnect={onConnect} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Connect({ kind, onConnect }: { kind: ChannelKind; onConnect: (kind: ChannelKind) => void }) {
  const label = `${t('channels.connect')}: ${t(`channels.kind.${kind}`)}`
  const page = kindPages[kind]
  if (page)
    return (
      <LinkButton size="sm" aria-label={label} to={page} search={{ chat: 'new' }}>
        {t('channels.connect')}
      </LinkButton>
    )
  return (
    <Button size="sm" aria-label={label} onClick={() => onConnect(kind)}>
      {t('channels.connect')}
    </Button>
  )
}

function useAskingAgain(): void {
  const client = useQueryClient()
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: [listChannels.path] })
    const timer = setInterval(ask, AGAIN_MS)
    return () => clearInterval(timer)
  }, [client])
}
