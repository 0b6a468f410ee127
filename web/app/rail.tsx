import { IconDots } from '@tabler/icons-react'
import { countWaiting } from '#contract/inbox/waiting.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { usePath } from '#web/platform/route.ts'
import { Menu } from '@mantine/core'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { roleName } from '#web/people/role-name.ts'
import { Count } from '#web/ui/chip.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { useMe } from './me.ts'
import { atFoot, type Place, places, useAllowed } from './nav.ts'
import { PersonMenu } from './person-menu.tsx'
import css from './shell.module.css'

/** How many places the phone's bottom bar shows before «Ещё». */
const ON_PHONE = 4

/** The sections: what exists and this person may use. Words on a desktop, icons on a tablet, a bar on a phone. */
export function Rail() {
  const allowed = useAllowed()
  const shown = allowed(places)
  const rest = [...shown.slice(ON_PHONE), ...allowed(atFoot)]
  return (
    <nav className={css.rail} aria-label={t('nav.label')}>
      <Link to="/" className={css.brand}>
        <i>
          <svg width="12" height="12" viewBox="0 0 12 12" fill="none" aria-hidden="true">
            <path d="M2.5 10V2M9.5 10V2M2.5 6h7" strokeWidth="2" strokeLinecap="round" />
          </svg>
        </i>
        <span className={css.word}>{t('app.name')}</span>
      </Link>
      {shown.map((place, i) => (
        <PlaceLink key={place.to} place={place} late={i >= ON_PHONE} />
      ))}
      <div className={css.gap} />
      {allowed(atFoot).map((place) => (
        <PlaceLink key={place.to} place={place} late />
      ))}
      <MoreOnPhone places={rest} />
      <Myself />
    </nav>
  )
}

function PlaceLink({ place: { to, word, icon: Icon }, late }: { place: Place; late: boolean }) {
  const pathname = usePath()
  const here = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)
  return (
    <Link
      to={to}
      className={cx(css.place, here && css.on, late && css.late)}
      title={t(word)}
      aria-current={here ? 'page' : undefined}
    >
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      <span className={css.word}>{t(word)}</span>
      {to === '/contacts' && <WaitingDialogues />}
    </Link>
  )
}

/** How many people wait for an answer of this very person; it comes when the page stands already. */
function WaitingDialogues() {
  const waiting = useMaybe(countWaiting, {})?.waiting ?? 0
  return (
    waiting > 0 && (
      <span title={t('nav.waiting', { n: waiting })}>
        <Count n={waiting} tone="hot" />
      </span>
    )
  )
}

function MoreOnPhone({ places: rest }: { places: Place[] }) {
  const { member } = useMe()
  return (
    <PersonMenu
      before={rest.map(({ to, word, icon: Icon }) => (
        <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={16} stroke={1.75} />}>
          {t(word)}
        </Menu.Item>
      ))}
    >
      <button
        type="button"
        className={cx(css.place, css.onlyPhone)}
        aria-label={[t('nav.more'), member?.name].filter(Boolean).join(': ')}
      >
        <IconDots size={16} stroke={1.75} aria-hidden="true" />
        <span className={css.word}>{t('nav.more')}</span>
      </button>
    </PersonMenu>
  )
}

function Myself() {
  const { member, user } = useMe()
  const name = member?.name ?? user.name
  return (
    <PersonMenu>
      <button type="button" className={css.me} title={t('me.menu')}>
        <Avatar who={{ id: member?.id ?? user.id, name }} alone={false} />
        <span className={css.who}>
          <span>{name}</span>
          {member && <small>{roleName(member)}</small>}
        </span>
      </button>
    </PersonMenu>
  )
}
