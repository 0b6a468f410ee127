import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { Menu } from '@mantine/core'
import { listChannels } from '#contract/inbox/channels.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { MenuCheck } from '#web/ui/over/menu-check.tsx'
import { ChannelMark } from './channel-mark.tsx'
import type { InboxFilters, SetInboxFilters } from './inbox-page.tsx'

type Props = { filters: InboxFilters; set: SetInboxFilters }

/** What the list shows besides: free ones, put off, closed, of one channel. */
export function ListFilter({ filters: { view, channel, free }, set }: Props) {
  const channels = useMaybe(listChannels, { archived: true })?.rows ?? []
  const active = Boolean(free || channel || view === 'snoozed' || view === 'closed')
  return (
    <Menu position="bottom-end" width={260} closeOnItemClick={false}>
      <Menu.Target>
        <IconButton
          variant={active ? 'soft' : 'quiet'}
          label={t('inbox.filter')}
          icon={<IconAdjustmentsHorizontal size={16} stroke={1.75} />}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <MenuCheck checked={Boolean(free)} onToggle={() => set({ free: free ? undefined : true })}>
          {t('inbox.free')}
        </MenuCheck>
        {(['snoozed', 'closed'] as const).map((each) => (
          <MenuCheck
            key={each}
            checked={view === each}
            onToggle={() => set({ view: view === each ? undefined : each })}
          >
            {t(`inbox.view.${each}`)}
          </MenuCheck>
        ))}
        {channels.length > 1 && <Menu.Divider />}
        {channels.length > 1 &&
          channels.map(({ id, kind, name }) => (
            <MenuCheck
              key={id}
              checked={channel === id}
              onToggle={() => set({ channel: channel === id ? undefined : id })}
              icon={<ChannelMark kind={kind} alone={false} />}
            >
              {name}
            </MenuCheck>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
