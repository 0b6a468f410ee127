import { useState } from 'react'
import { IconPlus, IconTemplate } from '@tabler/icons-react'
import { listReplyTemplates, type ReplyTemplate } from '#contract/inbox/templates.ts'
import { useMayBegin } from '#web/app/me.ts'
import { toSpoken } from '#web/inbox/thread/template-fields.ts'
import { useReply } from '#web/platform/ask.ts'
import { flag, text, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip, FilterChip } from '#web/ui/chip.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { Tools } from '#web/ui/page-head.tsx'
import { Empty } from '#web/ui/state.tsx'
import { SettingsHead } from '../settings-head.tsx'
import settings from '../settings.module.css'
import { TemplateDialog } from './template-dialog.tsx'
import css from './templates.module.css'

/** «Шаблоны ответов»: texts with fields, offered where one answers a customer. */
export function TemplatesPage() {
  const [{ open, archived }, set] = useFilters({ open: text, archived: flag })
  const [adding, setAdding] = useState(false)
  const { rows, can } = useReply(listReplyTemplates, archived ? { archived } : {})
  const mayBegin = useMayBegin()
  const may = mayBegin() && can.change === null
  const opened = may && rows.find(({ id }) => id === open)
  const add = may && (
    <Button variant="primary" icon={<IconPlus size={16} stroke={1.75} />} onClick={() => setAdding(true)}>
      {t('template.add')}
    </Button>
  )
  return (
    <div className={settings.page}>
      <SettingsHead acts={add} />
      <p className={settings.explain}>{t('template.explain')}</p>
      <Tools>
        <FilterChip
          label={t('template.show_archived')}
          {...(archived && { value: t('say.yes'), onClear: () => set({ archived: undefined }) })}
          aria-pressed={archived ?? false}
          onClick={() => set({ archived: archived ? undefined : true })}
        />
      </Tools>
      {rows.length === 0 ? (
        <div className={settings.center}>
          <Empty
            icon={<IconTemplate size={24} stroke={1.75} />}
            title={t('template.none')}
            hint={t('template.none_hint')}
          />
        </div>
      ) : (
        <DataTable
          label={t('settings.templates')}
          rows={rows}
          columns={columns()}
          keyOf={({ id }) => id}
          {...(may && { onOpen: ({ id }: ReplyTemplate) => set({ open: id }) })}
        />
      )}
      {adding && <TemplateDialog onClose={() => setAdding(false)} />}
      {opened && <TemplateDialog key={opened.id} template={opened} onClose={() => set({ open: undefined })} />}
    </div>
  )
}

const columns = (): Column<ReplyTemplate>[] => [
  {
    id: 'name',
    head: t('template.name'),
    cell: ({ name, archived_at }) => (
      <span className={css.name}>
        {name} {archived_at && <Chip>{t('template.archived')}</Chip>}
      </span>
    ),
  },
  {
    id: 'body',
    head: t('template.body'),
    fill: true,
    cell: ({ body }) => <span className={css.body}>{toSpoken(body)}</span>,
  },
]
