import { useEffect, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  IconAddressBook,
  IconBuilding,
  IconChecklist,
  IconClipboardText,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react'
import { type Find, search } from '#contract/history.ts'
import { replyOf } from '#web/platform/ask.ts'
import { go } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import type { Command } from './palette-commands.tsx'

/** How long a person pauses before the server is asked: a word typed at once is one question. */
const PAUSE = 150

const ICONS: Record<Find['kind'], TablerIcon> = {
  order: IconClipboardText,
  task: IconChecklist,
  counterparty: IconBuilding,
  contact: IconAddressBook,
  member: IconUser,
}

function placeOf({ kind, id, counterparty_id }: Find): string {
  if (kind === 'order') return `/orders/${id}`
  if (kind === 'task') return `/tasks/${id}`
  if (kind === 'member') return `/performers/${id}`
  if (kind === 'counterparty') return `/counterparties/${id}`
  return counterparty_id ? `/counterparties/${counterparty_id}` : '/counterparties'
}

/** Orders, tasks, customers and people that the typed words find; those of the words before stay until then. */
export function useFinds(query: string): { finds: Command[]; asking: boolean } {
  const typed = query.trim()
  const text = useSettled(typed)
  const asked = useQuery({ ...replyOf(search, { text }), enabled: text !== '', placeholderData: keepPreviousData })
  const rows = typed && text ? (asked.data?.rows ?? []) : []
  const finds = rows.map((find) => {
    const Icon = ICONS[find.kind]
    return {
      id: find.id,
      group: t('palette.found'),
      name: find.title,
      ...(find.detail && { detail: find.detail }),
      icon: <Icon size={16} stroke={1.75} aria-label={t(`palette.kind.${find.kind}`)} />,
      run: () => go(placeOf(find)),
    }
  })
  return { finds, asking: typed !== text || asked.isFetching }
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
