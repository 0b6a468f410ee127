import { lazy, Suspense, useState } from 'react'
import { Menu } from '@mantine/core'
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { addCertificate, type Certificate, listCertificates, removeCertificate } from '#contract/certificates.ts'
import type { Member } from '#contract/people.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { dayDigits, daysBetween, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { toast } from '#web/ui/over/toast.tsx'
import { Section } from '#web/ui/rows.tsx'
import css from './performer.module.css'

// Seldom opened: fetched then.
const Form = lazy(() => import('./certificate-form.tsx').then((module) => ({ default: module.CertificateForm })))

/** What he may do by his papers, and until when: what runs out first stands first and says so. */
export function Certificates({ member: { id, can } }: { member: Member }) {
  const rows = useMaybe(listCertificates, { member_id: id })?.rows
  const [asked, setAsked] = useState<Certificate | 'new' | null>(null)
  return (
    <Section
      title={t('certificates.heading')}
      end={
        !can.papers && (
          <IconButton
            size="sm"
            label={t('certificates.add')}
            icon={<IconPlus size={16} stroke={1.75} />}
            onClick={() => setAsked('new')}
          />
        )
      }
    >
      {rows?.length === 0 && <p className={css.quiet}>{t('certificates.none')}</p>}
      <ul className={css.rows}>
        {rows?.map((one) => (
          <Row key={one.id} one={one} member_id={id} acts={!can.papers} onChange={() => setAsked(one)} />
        ))}
      </ul>
      <Suspense>
        {asked && <Form member_id={id} one={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />}
      </Suspense>
    </Section>
  )
}

type RowProps = { one: Certificate; member_id: string; acts: boolean; onChange: () => void }

function Row({ one, member_id, acts, onChange }: RowProps) {
  const { kind, number, issued_on, expires_on } = one
  const back = useCall(addCertificate)
  // Taken off by a slip: written down again as it was.
  const undo = () =>
    back.mutate({
      member_id,
      kind,
      ...(number !== null && { number }),
      ...(issued_on !== null && { issued_on }),
      ...(expires_on !== null && { expires_on }),
    })
  const remove = useCall(removeCertificate, { onSuccess: () => toast(t('certificates.removed', { kind }), undo) })
  return (
    <li className={cx(one.state === 'replaced' && css.past)}>
      <span className={css.what}>
        <b>{kind}</b>
        <small>{[number && t('certificates.number_of', { number }), termOf(one)].filter(Boolean).join(' · ')}</small>
        <StateOf one={one} />
      </span>
      {acts && (
        <Menu position="bottom-end" width={200}>
          <Menu.Target>
            <IconButton
              size="sm"
              label={t('certificates.acts', { kind })}
              icon={<IconDots size={16} stroke={1.75} />}
            />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.75} />} onClick={onChange}>
              {t('performer.change')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={16} stroke={1.75} />}
              onClick={() => remove.mutate({ certificate_id: one.id })}
            >
              {t('certificates.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}

const termOf = ({ expires_on }: Certificate): string =>
  expires_on === null ? t('certificates.forever') : t('certificates.until', { day: dayDigits(expires_on) })

function StateOf({ one: { state, expires_on } }: { one: Certificate }) {
  if (state === 'expired') return <Chip tone="bad">{t('certificates.expired')}</Chip>
  if (state === 'replaced') return <Chip>{t('certificates.replaced')}</Chip>
  if (state !== 'expiring' || !expires_on) return null
  return <Chip tone="warn">{t('certificates.left', { n: daysBetween(today(), expires_on) })}</Chip>
}
