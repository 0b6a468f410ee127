import type { ReactNode } from 'react'
import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import css from './menu-check.module.css'

type Props = {
  checked: boolean
  onToggle: () => void
  /** Stands before the words. */
  icon?: ReactNode
  children: string
}

/** One of several that may be chosen in a menu: said to be ticked or not, which a plain item with `role` would not say. */
export function MenuCheck({ checked, onToggle, icon, children }: Props) {
  return (
    <Menu.CheckboxItem
      checked={checked}
      onChange={onToggle}
      classNames={{ itemIndicator: css.indicator ?? '' }}
      rightSection={checked && <IconCheck size={16} stroke={1.75} aria-hidden="true" />}
    >
      <span className={css.words}>
        {icon}
        {children}
      </span>
    </Menu.CheckboxItem>
  )
}
