import { lazy, Suspense, useState } from 'react'
import { Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { getWaiting } from '#contract/history.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Empty, RowBones } from '#web/ui/state.tsx'
import css from './waiting.module.css'

// Not part of the first load: its icons and words come when the bell is near.
const load = () => import('./waiting-list.tsx')
const WaitingList = lazy(() => load().then((module) => ({ default: module.WaitingList })))
const ahead = () => void load().catch(() => undefined)

/** What waits for this very person; a dot says that something does. */
export function Bell() {
  const [opened, setOpened] = useState(false)
  const rows = useMaybe(getWaiting, {})?.rows ?? []
  const n = rows.length
  return (
    <Popover width={440} position="bottom-end" opened={opened} onChange={setOpened} trapFocus returnFocus>
      <Popover.Target>
        <IconButton
          size="sm"
          className={css.dot}
          data-new={n > 0 || undefined}
          label={n > 0 ? t('waiting.n', { n }) : t('bar.notifications')}
          icon={<IconBell size={18} stroke={1.75} />}
          onPointerEnter={ahead}
          onFocus={ahead}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown className={css.drop ?? ''}>
        {n > 0 ? (
          <Suspense fallback={<RowBones rows={Math.min(n, 6)} />}>
            <WaitingList rows={rows} onGo={() => setOpened(false)} />
          </Suspense>
        ) : (
          <div className={css.none}>
            <Empty title={t('bar.notifications_none')} hint={t('bar.notifications_none_hint')} />
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
