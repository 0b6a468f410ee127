import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { IconSearch } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { focused } from '#web/ui/submit.ts'
import { type Command, useCommands } from './palette-commands.tsx'
import { useFinds } from './palette-finds.tsx'
import css from './palette.module.css'

/** Search and commands: what is typed picks, Enter does. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const commands = useCommands(query)
  const { finds, asking } = useFinds(query)
  const found = [...finds, ...commands]
  const pick = (command: Command | undefined) => {
    onClose()
    command?.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter') pick(found[at])
    else if (step) setAt((at + step + found.length) % Math.max(1, found.length))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  useInert()
  return createPortal(
    <div className={css.over}>
      <button type="button" className={css.scrim} tabIndex={-1} aria-label={t('do.close')} onClick={onClose} />
      <dialog open className={css.box} aria-modal="true" aria-label={t('palette.label')}>
        <label className={css.field}>
          <IconSearch size={18} stroke={1.75} aria-hidden="true" />
          <input
            ref={focused}
            value={query}
            placeholder={t('bar.search')}
            aria-label={t('bar.search')}
            role="combobox"
            aria-expanded
            aria-controls={id}
            aria-activedescendant={found[at] && `${id}-${found[at].id}`}
            onChange={(event) => {
              setQuery(event.target.value)
              setAt(0)
            }}
            onKeyDown={onKeyDown}
          />
        </label>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist can be neither grouped nor drawn */}
        <div className={css.list} id={id} role="listbox" aria-label={t('palette.label')}>
          {found.map((command, i) => (
            <Item
              key={command.id}
              id={`${id}-${command.id}`}
              {...{ command, on: i === at, head: found[i - 1]?.group !== command.group }}
              onPick={() => pick(command)}
            />
          ))}
        </div>
        <output className={css.none}>
          {found.length === 0 && t(asking ? 'palette.asking' : 'palette.nothing', { query })}
        </output>
      </dialog>
    </div>,
    document.body,
  )
}

type ItemProps = { id: string; command: Command; on: boolean; head: boolean; onPick: () => void }

function Item({ id, command: { group, name, detail, icon }, on, head, onPick }: ItemProps) {
  const place = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (on) place.current?.scrollIntoView({ block: 'nearest' })
  }, [on])
  return (
    <>
      {head && <div className={css.group}>{group}</div>}
      <button
        ref={place}
        id={id}
        type="button"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option belongs to a select or a datalist only
        role="option"
        aria-selected={on}
        tabIndex={-1}
        className={cx(css.item, on && css.on)}
        onClick={onPick}
      >
        {icon}
        <span className={css.name}>{name}</span>
        {detail && <span className={css.detail}>{detail}</span>}
      </button>
    </>
  )
}

function useInert(): void {
  useEffect(() => {
    const before = document.activeElement
    const root = document.getElementById('root')
    root?.setAttribute('inert', '')
    return () => {
      root?.removeAttribute('inert')
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
}
