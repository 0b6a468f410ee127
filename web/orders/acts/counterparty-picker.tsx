import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { listCounterparties } from '#contract/counterparties.ts'
import { useMaybeList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { CompanyMark } from '#web/ui/person.tsx'
import { cx } from '#web/ui/cx.ts'
import { focused } from '#web/ui/submit.ts'
import css from './acts.module.css'

type Picked = { id: string; name: string }
type Props = {
  label: string
  onPick: (counterparty: Picked) => void
  /** Makes one of what was typed; left out where only known ones make sense. */
  onNew?: (name: string) => void
}

/** Search in the customers by name, phone, contact or address; a new one is made of what was typed. */
export function CounterpartyPicker({ label, onPick, onNew }: Props) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const search = useDeferredValue(typed.trim())
  const { rows, ready } = useMaybeList(listCounterparties, search ? { search } : {})
  const found = rows.slice(0, 8)
  const fresh = onNew && typed.trim().length > 1 ? typed.trim() : null
  const last = found.length + (fresh ? 1 : 0)
  const take = (n: number) => {
    const one = found[n]
    if (one) onPick(one)
    else if (fresh) onNew?.(fresh)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((at + step + last) % Math.max(1, last))
    else if (event.key === 'Enter') take(at)
    else return
    event.preventDefault()
  }
  return (
    <div className={css.picker}>
      <TextInput
        label={label}
        ref={focused}
        placeholder={t('customer.search')}
        value={typed}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is an input, drawn by TextInput
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={last > 0 ? `${id}-${at}` : undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist cannot be drawn */}
      <div className={css.found} id={id} role="listbox" aria-label={label}>
        {found.map((one, n) => (
          <Option key={one.id} id={`${id}-${n}`} on={n === at} onPick={() => take(n)}>
            <CompanyMark name={one.name} />
            <span className={css.names}>
              <span>{one.name}</span>
              {one.main_contact && <small>{one.main_contact.name}</small>}
            </span>
          </Option>
        ))}
        {fresh && (
          <Option id={`${id}-${found.length}`} on={at === found.length} onPick={() => take(found.length)}>
            <IconPlus size={16} stroke={1.75} aria-hidden="true" />
            {t('customer.make', { name: fresh })}
          </Option>
        )}
        {ready && last === 0 && <p className={css.none}>{t('list.nothing_found')}</p>}
      </div>
    </div>
  )
}

type OptionProps = { id: string; on: boolean; onPick: () => void; children: React.ReactNode }

const Option = ({ id, on, onPick, children }: OptionProps) => (
  <button
    id={id}
    type="button"
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option belongs to a select or a datalist only
    role="option"
    aria-selected={on}
    tabIndex={-1}
    className={cx(css.option, on && css.on)}
    onClick={onPick}
  >
    {children}
  </button>
)
