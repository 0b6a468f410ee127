import { useState } from 'react'
import { IconPlus, IconWritingSign } from '@tabler/icons-react'
import {
  type CounterpartyContract,
  listContracts,
  removeContract,
  restoreContract,
} from '#contract/parties/contracts.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Empty } from '#web/ui/state.tsx'
import { ContractForm } from './contract-form.tsx'
import { ContractRow } from './contract-row.tsx'
import css from './contracts.module.css'

/** Contracts with a counterparty: what holds, until when, on which terms and at which prices. */
export function ContractsTab({ counterparty_id }: { counterparty_id: string }) {
  const { rows, can } = useReply(listContracts, { counterparty_id })
  const [open, setOpen] = useState<CounterpartyContract | 'new' | null>(null)
  const restore = useCall(restoreContract)
  const remove = useCall(removeContract, {
    onSuccess: ({ id, number }) => toast(t('contracts.removed', { number }), () => restore.mutate({ contract_id: id })),
  })
  const add = !can.change && (
    <Button icon={<IconPlus size={16} stroke={1.75} />} onClick={() => setOpen('new')}>
      {t('contracts.add')}
    </Button>
  )
  return (
    <>
      {rows.length === 0 ? (
        <div className={css.center}>
          <Empty
            icon={<IconWritingSign size={24} stroke={1.75} />}
            title={t('contracts.none')}
            hint={t('contracts.none_hint')}
          >
            {add}
          </Empty>
        </div>
      ) : (
        <div className={css.list}>
          {rows.map((one) => (
            <ContractRow
              key={one.id}
              contract={one}
              {...(!can.change && {
                onChange: () => setOpen(one),
                onRemove: () => remove.mutate({ contract_id: one.id }),
              })}
            />
          ))}
          <div className={css.add}>{add}</div>
        </div>
      )}
      {open && (
        <ContractForm
          key={open === 'new' ? 'new' : open.id}
          counterparty_id={counterparty_id}
          contract={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
