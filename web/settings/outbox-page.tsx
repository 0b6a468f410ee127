import { VisuallyHidden } from '@mantine/core'
import { IconCopy, IconMailbox } from '@tabler/icons-react'
import type { Static } from 'typebox'
import { listOutgoingMails } from '#contract/outgoing-mails.ts'
import type { OutgoingMail } from '#contract/people.ts'
import { useList } from '#web/platform/ask.ts'
import { text, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip, type Tone } from '#web/ui/chip.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { CopyLink } from '#web/ui/fields/copy-link.tsx'
import { When } from '#web/ui/figures.tsx'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Properties, Property, Section } from '#web/ui/rows.tsx'
import { Empty } from '#web/ui/state.tsx'
import { SettingsHead } from './settings-head.tsx'
import css from './settings.module.css'

type Mail = Static<typeof OutgoingMail>
const TONES: Record<Mail['state'], Tone> = { waiting: 'warn', sent: 'good', failed: 'bad' }

/** «Исходящие»: letters with their states; where no mail server is connected their links are copied from here. */
export function OutboxPage() {
  const [{ open }, set] = useFilters({ open: text })
  const { rows, has_more, loading_more, more } = useList(listOutgoingMails, {})
  const opened = rows.find(({ id }) => id === open)
  return (
    <div className={css.page}>
      <SettingsHead />
      {rows.length === 0 ? (
        <div className={css.center}>
          <Empty
            icon={<IconMailbox size={24} stroke={1.75} />}
            title={t('outbox.empty')}
            hint={t('outbox.empty_hint')}
          />
        </div>
      ) : (
        <>
          <p className={css.explain}>{t('outbox.explain')}</p>
          <DataTable
            label={t('outbox.heading')}
            rows={rows}
            columns={columns()}
            keyOf={({ id }) => id}
            open_id={open}
            onOpen={({ id }) => set({ open: id }, { step: true })}
            {...{ has_more, loading_more, more }}
          />
        </>
      )}
      {opened && (
        <SidePanel title={opened.subject} onClose={() => set({ open: undefined })}>
          <Letter mail={opened} />
        </SidePanel>
      )}
    </div>
  )
}

function Letter({ mail: { recipient, state, error, created_at, sent_at, body } }: { mail: Mail }) {
  const link = linkIn(body)
  return (
    <Section>
      <div className={css.letter}>
        <Properties>
          <Property label={t('outbox.to')}>{recipient}</Property>
          <Property label={t('outbox.state')}>
            <Chip tone={TONES[state]}>{t(`mail_state.${state}`)}</Chip>
          </Property>
          <Property label={t('outbox.created')}>
            <When at={created_at} />
          </Property>
          {sent_at && (
            <Property label={t('outbox.sent_at')}>
              <When at={sent_at} />
            </Property>
          )}
          {error && <Property label={t('outbox.error')}>{error}</Property>}
        </Properties>
        {link && <CopyLink label={t('outbox.link')} url={link} />}
        <div className={css.body}>{body}</div>
      </div>
    </Section>
  )
}

/** The link that a letter is about. */
const linkIn = (body: string): string | undefined => /https?:\/\/\S+/.exec(body)?.[0]

async function copy(link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link)
    toast(t('do.copied'))
  } catch {
    // Without https the browser gives no clipboard: the words are shown, to be taken by hand.
    toast(link)
  }
}

/** Made when drawn: the language may change. */
const columns = (): Column<Mail>[] => [
  { id: 'to', head: t('outbox.to'), late: true, cell: ({ recipient }) => recipient },
  {
    id: 'subject',
    head: t('outbox.subject'),
    fill: true,
    cell: ({ subject }) => (
      <span className={css.subject} title={subject}>
        {subject}
      </span>
    ),
  },
  {
    id: 'state',
    head: t('outbox.state'),
    cell: ({ state, error }) => (
      <Chip tone={TONES[state]} {...(error && { title: error })}>
        {t(`mail_state.${state}`)}
      </Chip>
    ),
  },
  {
    id: 'created',
    head: t('outbox.created'),
    late: true,
    cell: ({ created_at }) => (
      <span className={css.quiet}>
        <When at={created_at} />
      </span>
    ),
  },
  {
    id: 'link',
    head: <VisuallyHidden>{t('outbox.link')}</VisuallyHidden>,
    cell: ({ body, state }) => {
      const link = linkIn(body)
      if (!link || state === 'sent') return null
      return (
        <Button
          size="sm"
          variant="quiet"
          icon={<IconCopy size={16} stroke={1.75} />}
          onClick={(event) => {
            event.stopPropagation()
            void copy(link)
          }}
        >
          {t('outbox.copy_link')}
        </Button>
      )
    },
  },
]
