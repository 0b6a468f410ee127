import { IconLink, IconListDetails, IconUserPlus } from '@tabler/icons-react'
import { listMembers, type Member } from '#contract/people.ts'
import { useMayBegin, useMe } from '#web/app/me.ts'
import { useList } from '#web/platform/ask.ts'
import { flag, text, useFilters } from '#web/platform/route.ts'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { SettingsHead } from '#web/settings/settings-head.tsx'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { Person } from '#web/ui/person.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { FoundDoubles } from './doubles/found-doubles.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { Invitations } from './invitations.tsx'
import { InviteList } from './joining/invite-list.tsx'
import { JoiningLinkDialog } from './joining/joining-link.tsx'
import { PerformerPanel } from './performer-panel.tsx'
import { roleName } from './role-name.ts'
import css from './people.module.css'

const shape = { open: text, new: flag, list: flag, link: flag, left: flag }
const usePlace = () => useFilters(shape)
type Place = ReturnType<typeof usePlace>

/** «Сотрудники и приглашения»: who signs in, and who was asked to. */
export function StaffPage() {
  const { member } = useMe()
  const [{ open, new: inviting, list, link, left }, set] = usePlace()
  const { rows, has_more, loading_more, more } = useList(listMembers, { kind: 'staff', ...(left && { left }) })
  const may = useMayBegin()
  return (
    <div className={css.scrolls}>
      <SettingsHead acts={may() && <Inviting set={set} />} />
      <section className={css.block}>
        <div className={css.blockHead}>
          <h2>{t('staff.list')}</h2>
          <FoundDoubles kind="staff" />
          <Segments
            label={t('access.who')}
            at={left ? 'gone' : 'working'}
            onGo={(next) => set({ left: next === 'gone' ? true : undefined, open: undefined })}
            tabs={[
              { id: 'working', name: t('access.working') },
              { id: 'gone', name: t('access.gone') },
            ]}
          />
        </div>
        <DataTable
          label={t('staff.list')}
          rows={rows}
          columns={columns(member?.id)}
          keyOf={({ id }) => id}
          open_id={open}
          onOpen={({ id }) => set({ open: id }, { step: true })}
          {...{ has_more, loading_more, more }}
        />
        {rows.length === 1 && !left && <p className={css.alone}>{t('staff.alone')}</p>}
        {rows.length === 0 && <p className={css.alone}>{t('access.nobody_gone')}</p>}
      </section>
      <Invitations />
      {open && <PerformerPanel member_id={open} onClose={() => set({ open: undefined })} />}
      {inviting && may() && <InviteDialog onClose={() => set({ new: undefined })} />}
      {list && may() && <InviteList onClose={() => set({ list: undefined })} />}
      {link && may() && <JoiningLinkDialog onClose={() => set({ link: undefined })} />}
    </div>
  )
}

/** Three ways to bring people in: by a link for all, by a list, one by one. */
function Inviting({ set }: { set: Place[1] }) {
  const may = useMayBegin()
  return (
    <>
      {may('people.invite') && (
        <Button icon={<IconLink size={16} stroke={1.75} />} onClick={() => set({ link: true })}>
          {t('joining.do')}
        </Button>
      )}
      <Button icon={<IconListDetails size={16} stroke={1.75} />} onClick={() => set({ list: true })}>
        {t('list.do')}
      </Button>
      <Button variant="primary" icon={<IconUserPlus size={16} stroke={1.75} />} onClick={() => set({ new: true })}>
        {t('staff.invite')}
      </Button>
    </>
  )
}

/** Made when drawn: the language may change. */
const columns = (me: string | undefined): Column<Member>[] => [
  {
    id: 'name',
    head: t('performer.name'),
    fill: true,
    cell: (who) => (
      <span className={css.who}>
        <Person who={who} />
        {who.id === me && <span className={css.quiet}>{t('staff.you')}</span>}
      </span>
    ),
  },
  { id: 'role', head: t('staff.role'), cell: roleName },
  { id: 'position', head: t('staff.position'), late: true, cell: ({ position }) => position },
  { id: 'head', head: t('structure.head'), late: true, cell: ({ head }) => head?.name },
  { id: 'email', head: t('staff.email'), late: true, cell: ({ email }) => <span className={css.quiet}>{email}</span> },
  { id: 'phone', head: t('performer.phone'), late: true, cell: ({ phone }) => phone && phoneForm(phone) },
  {
    id: 'state',
    head: t('performer.state'),
    late: true,
    cell: ({ state }) =>
      state === 'active' ? (
        <span className={css.quiet}>{t('member_state.active')}</span>
      ) : (
        <Chip tone="warn">{t(state === 'invited' ? 'unconfirmed.outside_short' : `member_state.${state}`)}</Chip>
      ),
  },
]
