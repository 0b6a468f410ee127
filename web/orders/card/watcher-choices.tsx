import { useState } from 'react'
import { Checkbox, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { setWatcher } from '#contract/order-watchers.ts'
import type { Order } from '#contract/orders.ts'
import { listMembers } from '#contract/people.ts'
import { useMe } from '#web/app/me.ts'
import { useCall, useMaybeList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import css from './watchers.module.css'

/** A list that is read at a glance; a longer one is searched. */
const FEW = 8

/** The staff with a tick at who watches. Drawn, and asked for, only when somebody opens it. */
export function WatcherChoices({ order: { id, watchers, responsible, can } }: { order: Order }) {
  const me = useMe().member
  const leads = can.watch === null
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const { rows, has_more, ready } = useMaybeList(listMembers, { kind: 'staff', ...(search && { search }) }, leads)
  const long = leads && (has_more || search !== '' || rows.length > FEW)
  const set = useCall(setWatcher)
  const watching = new Set(watchers.map((one) => one.id))
  const offered = (leads ? rows : me ? [me] : []).filter((one) => one.id !== responsible.id)
  return (
    <>
      {long && (
        <TextInput
          size="sm"
          aria-label={t('order.watchers_find')}
          placeholder={t('order.watchers_find')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {ready && offered.length === 0 && <p className={css.none}>{t('order.watchers_none')}</p>}
      {offered.map((one) => (
        <Checkbox
          key={one.id}
          className={css.choice ?? ''}
          label={one.name}
          checked={watching.has(one.id)}
          onChange={() => set.mutate({ order_id: id, member_id: one.id, watches: !watching.has(one.id) })}
        />
      ))}
    </>
  )
}
