import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { changePool, makePool, type Pool, type Term } from '#contract/pools.ts'
import { useMe, useRight } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import people from '../people.module.css'
import { SpecialitiesField } from '../specialities-field.tsx'
import { PersonSelect } from '../person-select.tsx'

type Props = { pool?: Pool; onClose: () => void; onSaved?: (pool: Pool) => void }

/** A new pool, or the name and trades of one that is there. */
export function PoolForm({ pool, onClose, onSaved }: Props) {
  const { member } = useMe()
  const leads_all = useRight()('people.manage')
  const [name, setName] = useState(pool?.name ?? '')
  const [specialities, setTrades] = useState(() => pool?.specialities.map((one) => one.name) ?? [])
  const [curator, setCurator] = useState<string | null>(null)
  const saved = (words: string) => (now: Pool) => {
    toast(words)
    onClose()
    onSaved?.(now)
  }
  const make = useCall(makePool, { inline: true, onSuccess: saved(t('pool.made', { name: name.trim() })) })
  const change = useCall(changePool, { inline: true, onSuccess: saved(t('pool.saved')) })
  const { error, isPending } = pool ? change : make
  const curators: Term[] = curator ? [{ member_id: curator, deputy: false }] : []
  const go = () => {
    if (!name.trim()) return
    if (pool) change.mutate({ pool_id: pool.id, name, specialities, version: pool.version })
    else make.mutate({ name, specialities, ...(curators.length > 0 && { curators }) })
  }
  return (
    <Dialog
      title={pool ? t('pool.edit_title', { name: pool.name }) : t('pool.new_title')}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={isPending} disabled={!name.trim()}>
            {pool ? t('do.save') : t('pools.add')}
          </Button>
        </>
      }
    >
      <div className={people.fields}>
        <TextInput
          label={t('pool.name')}
          placeholder={t('pool.name_example')}
          maxLength={100}
          data-autofocus
          value={name}
          error={error?.fields['name']}
          onChange={(event) => setName(event.target.value)}
        />
        <SpecialitiesField value={specialities} onChange={setTrades} />
        {!pool && leads_all && member && (
          <PersonSelect
            fits={({ leads_pools }) => leads_pools}
            label={t('pool.curator_field')}
            value={curator}
            onChange={setCurator}
            error={error?.fields['curators']}
          />
        )}
        <ProblemNote error={error} />
      </div>
    </Dialog>
  )
}
