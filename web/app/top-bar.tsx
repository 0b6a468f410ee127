import { lazy, Suspense, useState } from 'react'
import { Menu } from '@mantine/core'
import { IconCheck, IconPlus, IconSearch, IconSelector, IconWifiOff } from '@tabler/icons-react'
import { Link } from '#web/platform/link.tsx'
import { Bell } from '#web/notifications/bell.tsx'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Kbd } from '#web/ui/chip.tsx'
import { CompanyMark } from '#web/ui/person.tsx'
import { useKey } from './keys.ts'
import { useMe } from './me.ts'
import { useCreations } from './nav.ts'
import { switchCompany } from './switch-company.ts'
import css from './shell.module.css'

// Not part of the first load: it comes with the first Ctrl+K.
const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })))

/** Search and commands, quick create, what is new, which company. */
export function TopBar({ connected }: { connected: boolean }) {
  const [searching, setSearching] = useState(false)
  useKey('KeyK', () => setSearching(true), { mod: true })
  return (
    <header className={css.bar}>
      <button type="button" className={css.search} onClick={() => setSearching(true)}>
        <IconSearch size={16} stroke={1.75} aria-hidden="true" />
        <span>{t('bar.search')}</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <div className={css.gap} />
      {!connected && (
        <span className={css.lost} title={t('live.lost')}>
          <IconWifiOff size={14} stroke={1.75} aria-label={t('live.lost')} />
        </span>
      )}
      <QuickCreate />
      <Bell />
      <CompanySwitch />
      {searching && (
        <Suspense>
          <Palette onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </header>
  )
}

function QuickCreate() {
  const [open, setOpen] = useState(false)
  const shown = useCreations()
  useKey('KeyC', () => shown.length > 0 && setOpen(true))
  if (shown.length === 0) return null
  return (
    <Menu opened={open} onChange={setOpen} width={208}>
      <Menu.Target>
        <Button size="sm" icon={<IconPlus size={16} stroke={1.75} />}>
          <span className={css.createWord}>{t('bar.create')}</span> <Kbd>C</Kbd>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.map(({ to, search, word }) => (
          <Menu.Item key={word} component={Link} to={to} search={search}>
            {t(word)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function CompanySwitch() {
  const { company, companies } = useMe()
  if (!company) return null
  const name = (
    <>
      <CompanyMark name={company.name} />
      <span>{shortName(company.name)}</span>
    </>
  )
  if (companies.length < 2) {
    return (
      <span className={css.company} title={company.name}>
        {name}
      </span>
    )
  }
  return (
    <Menu width={260}>
      <Menu.Target>
        <button
          type="button"
          className={css.company}
          aria-label={`${t('bar.company')}: ${company.name}`}
          title={company.name}
        >
          {name}
          <IconSelector size={14} stroke={1.75} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('bar.companies')}</Menu.Label>
        {companies.map(({ id, name: other }) => (
          <Menu.Item
            key={id}
            leftSection={<CompanyMark name={other} />}
            rightSection={id === company.id && <IconCheck size={16} stroke={1.75} />}
            onClick={() => void switchCompany(id)}
          >
            {other}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** «ООО «ГородСервис»» is called ГородСервис by everyone who works there; the whole stands in the hint. */
const shortName = (name: string): string => /«([^»]+)»/.exec(name)?.[1] ?? name
