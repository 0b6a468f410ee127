import { useState } from 'react'
import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react'
import type { Person as Someone } from '#contract/people.ts'
import { makePersonalLinks } from '#contract/performers.ts'
import { useCall } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { CopyLink } from '#web/ui/fields/copy-link.tsx'
import { PageHead } from '#web/ui/page-head.tsx'
import { Person } from '#web/ui/person.tsx'
import { Notice, ProblemNote } from '#web/ui/state.tsx'
import { PrintButton } from '../joining/print-button.tsx'
import css from './adding.module.css'

/** Whom a list has added, and their personal links: copied or printed all at once, for they are shown this once. */
export function AddedList({ people }: { people: Someone[] }) {
  const make = useCall(makePersonalLinks, { inline: true })
  const links = make.data?.links
  return (
    <div className={css.page}>
      <PageHead
        crumbs={[
          <Link key="all" to="/performers">
            {t('nav.performers')}
          </Link>,
        ]}
        title={t('many.done', { n: people.length })}
        acts={<LinkButton to="/performers">{t('many.to_list')}</LinkButton>}
      />
      <div className={css.added}>
        {links ? (
          <>
            <Notice tone="info">{t('many.links_once')}</Notice>
            <div className={css.acts}>
              <CopyAll text={links.map(({ member, url }) => `${member.name}\t${url}`).join('\n')} />
              <PrintButton
                sheets={links.map(({ member, url }) => ({ name: member.name, url }))}
                text={t('many.print_say')}
              />
            </div>
            <div className={css.links}>
              {links.map(({ member, url }) => (
                <CopyLink key={member.id} label={member.name} url={url} />
              ))}
            </div>
          </>
        ) : (
          <>
            <p className={css.say}>{t('many.links_hint')}</p>
            <div className={css.acts}>
              <Button
                variant="primary"
                icon={<IconLink size={16} stroke={1.75} />}
                busy={make.isPending}
                onClick={() => make.mutate({ member_ids: people.map(({ id }) => id) })}
              >
                {t('many.links', { n: people.length })}
              </Button>
            </div>
            <ProblemNote error={make.error} />
            <ul className={css.people}>
              {people.map((one) => (
                <li key={one.id}>
                  <Link to={`/performers/${one.id}`}>
                    <Person who={one} />
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}

/** Names and links by lines, as a table takes them. Without https the browser gives no clipboard: they are copied one by one. */
function CopyAll({ text }: { text: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  if (!navigator.clipboard) return null
  return (
    <Button
      icon={copied ? <IconCheck size={16} stroke={1.75} /> : <IconCopy size={16} stroke={1.75} />}
      onClick={() => void copy()}
    >
      {t(copied ? 'do.copied' : 'many.copy_all')}
    </Button>
  )
}
