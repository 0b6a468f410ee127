import { useState } from 'react'
import { Select, TextInput } from '@mantine/core'
import { listSpecialities } from '#contract/people.ts'
import { mergeSpecialities, renameSpeciality, type SpecialityUse } from '#contract/staffing/specialities.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import people from '../people.module.css'

type Props = { trade: SpecialityUse; onClose: () => void }

export function RenameDialog({ trade, onClose }: Props) {
  const [name, setName] = useState(trade.name)
  const rename = useCall(renameSpeciality, { inline: true, onSuccess: onClose })
  const fault = rename.error?.fields['name']
  return (
    <Dialog
      title={t('trades.rename_title', { name: trade.name })}
      onClose={onClose}
      onSubmit={() => name.trim() && rename.mutate({ speciality_id: trade.id, name })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={rename.isPending} disabled={!name.trim()}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={people.fields}>
        <TextInput
          label={t('pool.name')}
          maxLength={100}
          data-autofocus
          value={name}
          error={fault}
          onChange={(event) => setName(event.target.value)}
        />
        {!fault && <ProblemNote error={rename.error} />}
      </div>
    </Dialog>
  )
}

/** Two trades are found to be one: which of them stays is chosen. It cannot be undone, and says so. */
export function MergeDialog({ trade, onClose }: Props) {
  const [into, setInto] = useState<string | null>(null)
  const known = useMaybe(listSpecialities, {})?.rows.filter(({ id }) => id !== trade.id) ?? []
  const merge = useCall(mergeSpecialities, {
    inline: true,
    onSuccess: ({ name }) => {
      toast(t('trades.merged', { name: trade.name, into: name }))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('trades.merge_title', { name: trade.name })}
      onClose={onClose}
      onSubmit={() => into && merge.mutate({ speciality_id: trade.id, into_speciality_id: into })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="danger" busy={merge.isPending} disabled={!into}>
            {t('trades.merge')}
          </Button>
        </>
      }
    >
      <div className={people.fields}>
        <p>{t('trades.merge_hint')}</p>
        <Select
          label={t('trades.merge_into')}
          searchable
          data={known.map(({ id, name }) => ({ value: id, label: name }))}
          value={into}
          onChange={setInto}
        />
        <ProblemNote error={merge.error} />
      </div>
    </Dialog>
  )
}
