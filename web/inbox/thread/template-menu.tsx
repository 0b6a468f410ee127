import { useState } from 'react'
import { IconTemplate } from '@tabler/icons-react'
import { Menu, TextInput } from '@mantine/core'
import type { Conversation } from '#contract/inbox/conversations.ts'
import { listReplyTemplates } from '#contract/inbox/templates.ts'
import { useCompany, useMe } from '#web/app/me.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { go } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { filledIn, type Known } from './template-fields.ts'
import css from './templates.module.css'

type Props = { conversation: Conversation; onPick: (text: string) => void }

/** Texts that are used again and again, filled in from this dialogue; one press puts one where one writes. */
export function TemplateMenu({ conversation, onPick }: Props) {
  const [opened, setOpened] = useState(false)
  const [wanted, setWanted] = useState('')
  const rows = useMaybe(listReplyTemplates, {}, opened)?.rows ?? []
  const known = useKnown(conversation)
  const shown = rows.filter(({ name, body }) => `${name}\n${body}`.toLowerCase().includes(wanted.trim().toLowerCase()))
  return (
    <Menu opened={opened} onChange={setOpened} position="top-start" width={340} trapFocus returnFocus>
      <Menu.Target>
        <IconButton size="sm" label={t('template.use')} icon={<IconTemplate size={16} stroke={1.75} />} />
      </Menu.Target>
      <Menu.Dropdown>
        {rows.length > 6 && (
          <TextInput
            className={css.find ?? ''}
            aria-label={t('template.find')}
            placeholder={t('template.find')}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        )}
        <div className={css.options}>
          {shown.map(({ id, name, body }) => (
            <Menu.Item key={id} onClick={() => onPick(filledIn(body, known))}>
              <span className={css.option}>
                <b>{name}</b>
                <small>{filledIn(body, known)}</small>
              </span>
            </Menu.Item>
          ))}
        </div>
        {shown.length === 0 && <p className={css.none}>{t('template.none')}</p>}
        <Menu.Divider />
        <Menu.Item onClick={() => go('/settings/reply-templates')}>{t('template.manage')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function useKnown({ contact, counterparty, sites, orders }: Conversation): Known {
  const { member } = useMe()
  const { name: company } = useCompany()
  const [order] = orders
  const [site, another] = sites
  return {
    contact: contact?.name ?? null,
    counterparty: counterparty?.name ?? null,
    // Of several it is not known which is meant.
    address: another ? null : (site?.address ?? null),
    order: order ? t('thing.order', { number: order.number }) : null,
    me: member?.name ?? null,
    company,
  }
}
