import type { ReactElement, ReactNode } from 'react'
import { Menu } from '@mantine/core'
import {
  IconCheck,
  IconDeviceDesktop,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react'
import { Link } from '#web/platform/link.tsx'
import { chooseLocale, locale, t } from '#web/platform/words.ts'
import { leave } from '#web/platform/leave.ts'
import { chooseTheme, themeChoice } from '#web/ui/theme/choice.ts'

const THEMES = [
  { id: 'auto', icon: IconDeviceDesktop },
  { id: 'light', icon: IconSun },
  { id: 'dark', icon: IconMoon },
] as const

/** What concerns the person himself: profile, theme, language, the way out. `before` is put above it. */
export function PersonMenu({ children, before }: { children: ReactElement; before?: ReactNode }) {
  return (
    <Menu position="top-start" width={224}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {before}
        <Menu.Item component={Link} to="/profile" leftSection={<IconUserCircle size={16} stroke={1.75} />}>
          {t('me.profile')}
        </Menu.Item>
        <Menu.Label>{t('me.theme')}</Menu.Label>
        {THEMES.map(({ id, icon: Icon }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon size={16} stroke={1.75} />}
            rightSection={themeChoice() === id && <IconCheck size={16} stroke={1.75} />}
            onClick={() => chooseTheme(id)}
          >
            {t(`theme.${id}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('me.language')}</Menu.Label>
        {(['ru', 'en'] as const).map((id) => (
          <Menu.Item
            key={id}
            lang={id}
            leftSection={<IconLanguage size={16} stroke={1.75} />}
            rightSection={locale() === id && <IconCheck size={16} stroke={1.75} />}
            onClick={() => void chooseLocale(id)}
          >
            {t(`locale.${id}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} />} onClick={() => void leave()}>
          {t('me.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
