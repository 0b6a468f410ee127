import { Suspense, useEffect, useState } from 'react'
import { IconArrowsTransferUp, IconUserPlus } from '@tabler/icons-react'
import type { Reply } from '#contract/endpoint.ts'
import { getMember } from '#contract/people.ts'
import { getHeads, type Placed } from '#contract/tree.ts'
import { useMe, useRight } from '#web/app/me.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { ActionButton } from '#web/ui/action-button.tsx'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { Person } from '#web/ui/person.tsx'
import { Properties, Property, Section } from '#web/ui/rows.tsx'
import { RowBones } from '#web/ui/state.tsx'
import { InviteDialog } from '../invite-dialog.tsx'
import { AccessMenu } from '../leaving/access-menu.tsx'
import { OutNote } from '../leaving/out-note.tsx'
import { HeadHistory } from './head-history.tsx'
import { MoveDialog } from './move-dialog.tsx'
import type { Load } from './shown.ts'
import { type Node, subtree, type Tree } from './tree-model.ts'
import { roleName } from '../role-name.ts'
import css from './structure.module.css'

type Props = {
  open: string
  rows: readonly Placed[]
  tree: Tree
  load: ReadonlyMap<string, Load>
  past: boolean
  set: (change: { open: string | undefined }, how?: { step?: boolean }) => void
}

/** A person beside the tree: where he stands, how much he answers for, and how it came. */
export function PersonPanel({ open, tree, load, past, set }: Props) {
  // Who has just left stands in the tree no more; his panel stays until it is closed.
  const found = tree.by_id.get(open)
  const [last, setLast] = useState(found)
  if (found && found !== last) setLast(found)
  const node = found ?? last
  const card = useMaybe(getMember, { member_id: open }, !past)
  // Of a card that was given up the one that remains is opened: a link to it goes on working.
  useEffect(() => {
    if (card && card.id !== open) set({ open: card.id })
  }, [card, open, set])
  const mine = useMe().member?.id ?? ''
  const seen = useRight()('people.manage') || subtree(tree, mine).has(open)
  if (!node) return null
  return (
    <SidePanel
      title={<Person who={node.who} />}
      onClose={() => set({ open: undefined })}
      foot={!past && <Acts node={node} tree={tree} here={found !== undefined} card={card} />}
    >
      {card && <OutNote member={card} />}
      <About node={node} load={load.get(open)} past={past} onOpen={(id) => set({ open: id }, { step: true })} />
      {seen && found && (
        <Suspense fallback={<RowBones rows={3} />}>
          <History member_id={open} />
        </Suspense>
      )}
    </SidePanel>
  )
}

type ActsProps = { node: Node; tree: Tree; here: boolean; card: Reply<typeof getMember> | undefined }

function Acts({ node, tree, here, card }: ActsProps) {
  const { member } = useMe()
  const right = useRight()
  const [doing, setDoing] = useState<'move' | 'invite' | null>(null)
  const { who } = node
  const invites = here && who.state === 'active' && (who.id === member?.id || right('people.invite'))
  return (
    <>
      {here && (
        <ActionButton
          refusal={who.can.move}
          icon={<IconArrowsTransferUp size={16} stroke={1.75} />}
          onClick={() => setDoing('move')}
        >
          {t('move.do')}
        </ActionButton>
      )}
      {invites && (
        <Button icon={<IconUserPlus size={16} stroke={1.75} />} onClick={() => setDoing('invite')}>
          {t('structure.invite_report')}
        </Button>
      )}
      {card && <AccessMenu member={card} />}
      {doing === 'move' && <MoveDialog node={node} tree={tree} onClose={() => setDoing(null)} />}
      {doing === 'invite' && <InviteDialog head={who} onClose={() => setDoing(null)} />}
    </>
  )
}

function History({ member_id }: { member_id: string }) {
  const heads = useMaybe(getHeads, { member_id })
  return heads ? <HeadHistory {...heads} /> : <RowBones rows={3} />
}

type AboutProps = { node: Node; load: Load | undefined; past: boolean; onOpen: (id: string) => void }

function About({ node, load, past, onOpen }: AboutProps) {
  const { who, parent, reports, below } = node
  const member = useMaybe(getMember, { member_id: who.id }, who.state !== 'left')
  return (
    <Section
      title={t('counterparty.properties')}
      end={!who.confirmed && <Chip tone="warn">{t('structure.unconfirmed')}</Chip>}
    >
      <Properties>
        <Property label={t('staff.position')}>{who.position}</Property>
        <Property label={t('staff.role')}>{roleName(who)}</Property>
        <Property label={t('performer.phone')}>
          {who.phone && <a href={`tel:${who.phone}`}>{phoneForm(who.phone)}</a>}
        </Property>
        <Property label={t('staff.email')}>
          {member?.email && <a href={`mailto:${member.email}`}>{member.email}</a>}
        </Property>
        <Property label={t('structure.head')}>
          {parent ? (
            <Button variant="link" onClick={() => onOpen(parent.who.id)}>
              {parent.who.name}
            </Button>
          ) : (
            <span className={css.quiet}>{t('structure.top')}</span>
          )}
        </Property>
        <Property label={t('structure.reports')}>
          {below > 0 ? t('structure.reports_of', { n: reports.length, all: below }) : t('structure.no_reports')}
        </Property>
        {who.performers > 0 && !past && <Property label={t('nav.performers')}>{who.performers}</Property>}
        {!past && (
          <Property label={t('structure.load')}>
            {load
              ? `${t('structure.orders_n', { n: load.orders })}, ${t('structure.tasks_n', { n: load.tasks })}`
              : t('structure.no_load')}
          </Property>
        )}
      </Properties>
    </Section>
  )
}
