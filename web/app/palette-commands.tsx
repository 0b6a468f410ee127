import type { ReactNode } from 'react'
import { IconArrowRight, IconLanguage, IconMoon, IconPlus } from '@tabler/icons-react'
import { go } from '#web/platform/route.ts'
import { chooseLocale, locale, t } from '#web/platform/words.ts'
import { chooseTheme, shownTheme } from '#web/ui/theme/choice.ts'
import { atFoot, places, useAllowed, useCreations } from './nav.ts'

/** A line of the palette: what it is called, and what Enter does. */
export type Command = { id: string; group: string; name: string; detail?: string; icon: ReactNode; run: () => void }

/** What can be done by its name, of what fits the words typed. */
export function useCommands(query: string): Command[] {
  const allowed = useAllowed()
  const creations = useCreations()
  const dark = shownTheme() === 'dark'
  const next = locale() === 'ru' ? 'en' : 'ru'
  const all: Command[] = [
    ...allowed([...places, ...atFoot]).map(({ to, word, icon: Icon }) => ({
      id: `go${to}`,
      group: t('palette.go'),
      name: t(word),
      icon: <Icon size={16} stroke={1.75} aria-hidden="true" />,
      run: () => go(to),
    })),
    ...creations.map(({ to, search, word }) => ({
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
  return all.filter(({ name }) => fits(name, query))
}

/** Letters in the order typed, at beginnings of words; «ё» is «е». */
function fits(name: string, query: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е')
  return plain(query)
    .split(/\s+/)
    .every((part) => plain(name).includes(part))
}
