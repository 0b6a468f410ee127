import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { IconArrowRight, IconLanguage, IconMoon, IconPlus, IconSearch } from '@tabler/icons-react'
import { go } from '#web/platform/route.ts'
import { chooseLocale, locale, t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { focused } from '#web/ui/submit.ts'
import { chooseTheme, shownTheme } from '#web/ui/theme/choice.ts'
import { atFoot, creations, places, useAllowed } from './nav.ts'
import css from './palette.module.css'

type Command = { id: string; group: string; name: string; icon: ReactNode; run: () => void }

/** Search and commands: what is typed picks, Enter does. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const commands = useCommands()
  const found = commands.filter(({ name }) => fits(name, query))
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
          {found.length === 0 && <p className={css.none}>{t('palette.nothing', { query })}</p>}
        </div>
      </dialog>
    </div>,
    document.body,
  )
}

type ItemProps = { id: string; command: Command; on: boolean; head: boolean; onPick: () => void }

function Item({ id, command: { group, name, icon }, on, head, onPick }: ItemProps) {
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
        {name}
      </button>
    </>
  )
}

/** Letters in the order typed, at beginnings of words; «ё» is «е». */
function fits(name: string, query: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е')
  return plain(query)
    .split(/\s+/)
    .every((part) => plain(name).includes(part))
}

function useCommands(): Command[] {
  const allowed = useAllowed()
  const dark = shownTheme() === 'dark'
  const next = locale() === 'ru' ? 'en' : 'ru'
  return [
    ...allowed([...places, ...atFoot]).map(({ to, word, icon: Icon }) => ({
      id: `go${to}`,
      group: t('palette.go'),
      name: t(word),
      icon: <Icon size={16} stroke={1.75} aria-hidden="true" />,
      run: () => go(to),
    })),
    ...allowed(creations).map(({ to, search, word }) => ({
      id: word,
      group: t('palette.create'),
      name: t(word),
      icon: <IconPlus size={16} stroke={1.75} aria-hidden="true" />,
      run: () => go(to, { search }),
    })),
    {
      id: 'profile',
      group: t('palette.act'),
      name: t('me.profile'),
      icon: <IconArrowRight size={16} stroke={1.75} aria-hidden="true" />,
      run: () => go('/profile'),
    },
    {
      id: 'theme',
      group: t('palette.act'),
      name: `${t('me.theme')}: ${t(dark ? 'theme.light' : 'theme.dark')}`,
      icon: <IconMoon size={16} stroke={1.75} aria-hidden="true" />,
      run: () => chooseTheme(dark ? 'light' : 'dark'),
    },
    {
      id: 'language',
      group: t('palette.act'),
      name: `${t('me.language')}: ${t(`locale.${next}`)}`,
      icon: <IconLanguage size={16} stroke={1.75} aria-hidden="true" />,
      run: () => void chooseLocale(next),
    },
  ]
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
