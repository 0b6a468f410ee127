import { lazy, Suspense } from 'react'
import { VisuallyHidden } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { flag, oneOf, text, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Empty } from '#web/ui/state.tsx'
import { DialogueList } from './dialogue-list.tsx'
import { ThreadBones } from './thread/thread-bones.tsx'
import css from './inbox.module.css'

// Only what is looked at is fetched: the list comes at once, a dialogue when it is opened.
const Dialogue = lazy(() => import('./thread/dialogue.tsx').then((module) => ({ default: module.Dialogue })))
const LogCall = lazy(() => import('./log-call.tsx').then((module) => ({ default: module.LogCall })))

export const views = ['waiting', 'mine', 'open', 'snoozed', 'closed'] as const

const useInboxFilters = () =>
  useFilters({ view: oneOf(...views), channel: text, free: flag, q: text, open: text, order: flag, call: text })
export type InboxFilters = ReturnType<typeof useInboxFilters>[0]
export type SetInboxFilters = ReturnType<typeof useInboxFilters>[1]

/** «Контакты»: dialogues of all channels in one list, the open one beside it, and who it is with. */
export function InboxPage() {
  const [filters, set] = useInboxFilters()
  const { open, call } = filters
  const closeCall = () => set({ call: undefined })
  return (
    <div className={css.page} data-open={open ? true : undefined}>
      <DialogueList filters={filters} set={set} />
      {open && (
        <VisuallyHidden component="h1" className={css.named}>
          {t('nav.inbox')}
        </VisuallyHidden>
      )}
      {open ? (
        <Suspense fallback={<ThreadBones />}>
          <Dialogue key={open} conversation_id={open} filters={filters} set={set} />
        </Suspense>
      ) : (
        <div className={css.nothing}>
          <Empty
            icon={<IconMessages size={24} stroke={1.75} />}
            title={t('inbox.choose')}
            hint={t('inbox.choose_hint')}
          />
        </div>
      )}
      {call && (
        <Suspense>
          <LogCall
            phone={call === 'new' ? '' : call}
            onClose={closeCall}
            onLogged={(id) => set({ call: undefined, open: id }, { step: true })}
          />
        </Suspense>
      )}
    </div>
  )
}
