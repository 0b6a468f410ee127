import { useState } from 'react'
import { Checkbox, Menu, VisuallyHidden } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconArrowMerge, IconDots, IconPencil } from '@tabler/icons-react'
import { changeCompany, getCompanySettings } from '#contract/people.ts'
import {
  archiveSpeciality,
  listSpecialityUse,
  restoreSpeciality,
  type SpecialityUse,
} from '#contract/staffing/specialities.ts'
import { useRight } from '#web/app/me.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { SettingsHead } from '#web/settings/settings-head.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import people from '../people.module.css'
import { MergeDialog, RenameDialog } from './speciality-dialogs.tsx'
import css from './pools.module.css'

type Doing = { act: 'rename' | 'merge'; trade: SpecialityUse }

/** «Специальности»: the trades of the company, and whether pools are open to everybody. */
export function SpecialitiesPage() {
  const { rows, can } = useReply(listSpecialityUse, {})
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  return (
    <div className={people.scrolls}>
      <SettingsHead />
      <OpenPools />
      <section className={people.block}>
        <h2>{t('trades.heading')}</h2>
        <p className={css.lead}>{t('trades.lead')}</p>
        <DataTable
          label={t('trades.heading')}
          rows={rows}
          columns={columns(can.change === null ? setDoing : null)}
          keyOf={({ id }) => id}
        />
      </section>
      {doing?.act === 'rename' && <RenameDialog trade={doing.trade} onClose={close} />}
      {doing?.act === 'merge' && <MergeDialog trade={doing.trade} onClose={close} />}
    </div>
  )
}

/** The company's switch: own people first and others by request, or everybody's are everybody's. */
function OpenPools() {
  const { pools_open, version } = useReply(getCompanySettings, {})
  const may = useRight()('company.settings')
  const change = useCall(changeCompany, { onSuccess: () => toast(t('pool.saved')) })
  return (
    <section className={css.switch}>
      <Checkbox
        label={t('trades.open')}
        description={t('trades.open_hint')}
        checked={change.isPending ? !pools_open : pools_open}
        disabled={!may}
        onChange={(event) => change.mutate({ pools_open: event.currentTarget.checked, version })}
      />
    </section>
  )
}

/** Made when drawn: the language may change. */
const columns = (onDo: ((doing: Doing) => void) | null): Column<SpecialityUse>[] => [
  {
    id: 'name',
    head: t('pool.name'),
    fill: true,
    cell: ({ name, archived_at }) => (
      <span className={people.who}>
        <span className={archived_at ? people.quiet : people.name}>{name}</span>
        {archived_at && <Chip tone="outline">{t('trades.archived')}</Chip>}
      </span>
    ),
  },
  {
    id: 'people',
    head: t('trades.people'),
    num: true,
    cell: ({ id, people: n }) =>
      n > 0 ? (
        <Link to="/performers" search={{ speciality: id }}>
          {n}
        </Link>
      ) : (
        <span className={people.quiet}>{n}</span>
      ),
  },
  {
    id: 'pools',
    head: t('trades.pools'),
    num: true,
    cell: ({ id, pools: n }) =>
      n > 0 ? (
        <Link to="/pools" search={{ trade: id }}>
          {n}
        </Link>
      ) : (
        <span className={people.quiet}>{n}</span>
      ),
  },
  ...(onDo
    ? [
        {
          id: 'acts',
          head: <VisuallyHidden>{t('palette.act')}</VisuallyHidden>,
          cell: (trade: SpecialityUse) => <Acts trade={trade} onDo={onDo} />,
        },
      ]
    : []),
]

function Acts({ trade, onDo }: { trade: SpecialityUse; onDo: (doing: Doing) => void }) {
  const { id: speciality_id, name, archived_at } = trade
  const archive = useCall(archiveSpeciality)
  const restore = useCall(restoreSpeciality)
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <IconButton size="sm" label={t('trades.acts', { name })} icon={<IconDots size={16} stroke={1.75} />} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.75} />} onClick={() => onDo({ act: 'rename', trade })}>
          {t('trades.rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowMerge size={16} stroke={1.75} />}
          onClick={() => onDo({ act: 'merge', trade })}
        >
          {t('trades.merge')}
        </Menu.Item>
        {archived_at === null ? (
          <Menu.Item
            leftSection={<IconArchive size={16} stroke={1.75} />}
            onClick={() => archive.mutate({ speciality_id })}
          >
            {t('trades.archive')}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconArchiveOff size={16} stroke={1.75} />}
            onClick={() => restore.mutate({ speciality_id })}
          >
            {t('trades.restore')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
