import type { CSSProperties, KeyboardEvent } from 'react'
import { IconChecklist, IconChevronLeft, IconHelpCircle, IconLayoutKanban, IconPlayerPause } from '@tabler/icons-react'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { Avatar } from '#web/ui/person.tsx'
import type { Load } from './shown.ts'
import type { Node } from './tree-model.ts'
import { useMovable } from './use-moving.ts'
import type { useTreeKeys } from './use-tree-keys.ts'
import { roleName } from '../role-name.ts'
import moving from './moving.module.css'
import css from './structure.module.css'

type Props = {
  node: Node
  item: ReturnType<ReturnType<typeof useTreeKeys>['itemProps']>
  style: CSSProperties
  load: Load | undefined
  folded: boolean
  mine: boolean
  open: boolean
  /** The tree of today: people can be moved in it. */
  now: boolean
  /** Undefined while nothing is searched for. */
  found: boolean | undefined
  onFold: (id: string, fold: boolean) => void
  onOpen: (id: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** A person in the picture: who he is, how to reach him, how much he answers for. */
export function PersonCard({
  node,
  item,
  style,
  load,
  folded,
  mine,
  open,
  now,
  found,
  onFold,
  onOpen,
  onKeyDown,
}: Props) {
  const { who } = node
  const { ref, away, over } = useMovable(node, now)
  return (
    <div
      ref={ref}
      role="treeitem"
      {...item}
      tabIndex={item.tabIndex}
      aria-label={spoken(node, load)}
      aria-selected={open}
      style={style}
      className={cx(
        css.card,
        open && css.open,
        found === true && css.found,
        found === false && css.other,
        away && moving.away,
        over && moving.over,
      )}
      onKeyDown={onKeyDown}
      onClick={() => onOpen(who.id)}
    >
      <Avatar who={who} size={32} alone={false} />
      <span className={css.text}>
        <span className={css.name}>
          <b title={who.name}>{who.name}</b>
          {mine && <small>{t('staff.you')}</small>}
          <Marks node={node} />
        </span>
        <span className={css.about} title={aboutOf(node)}>
          {aboutOf(node)}
        </span>
        <span className={css.facts}>
          {who.phone && <span className={css.phone}>{phoneForm(who.phone)}</span>}
          <LoadMarks load={load} />
        </span>
      </span>
      {node.reports.length > 0 && <Fold node={node} folded={folded} onFold={onFold} />}
    </div>
  )
}

export const aboutOf = ({ who }: Node): string => who.position ?? roleName(who)

/** What is unusual about him: his head is not confirmed, his access is suspended. */
export function Marks({ node: { who } }: { node: Node }) {
  return (
    <>
      {!who.confirmed && (
        <span className={css.unsureMark} title={t('structure.unconfirmed')}>
          <IconHelpCircle size={14} stroke={1.75} aria-hidden="true" />
        </span>
      )}
      {who.state === 'suspended' && (
        <span className={css.unsureMark} title={t('member_state.suspended')}>
          <IconPlayerPause size={14} stroke={1.75} aria-hidden="true" />
        </span>
      )}
    </>
  )
}

/** What is drawn as marks, in words. */
export function spoken(node: Node, load: Load | undefined): string {
  const { who, below } = node
  return [
    who.name,
    aboutOf(node),
    ...(who.confirmed ? [] : [t('structure.unconfirmed')]),
    ...(who.state === 'suspended' ? [t('member_state.suspended')] : []),
    ...(load ? [t('structure.orders_n', { n: load.orders }), t('structure.tasks_n', { n: load.tasks })] : []),
    ...(below > 0 ? [t('structure.below_n', { n: below })] : []),
  ].join(', ')
}

/** Orders and tasks that he answers for now; nothing where nothing is known of him. */
export function LoadMarks({ load }: { load: Load | undefined }) {
  if (!load || load.orders + load.tasks === 0) return null
  return (
    <span className={css.load}>
      <span title={t('structure.orders_n', { n: load.orders })}>
        <IconLayoutKanban size={12} stroke={1.75} aria-hidden="true" />
        {load.orders}
      </span>
      <span title={t('structure.tasks_n', { n: load.tasks })}>
        <IconChecklist size={12} stroke={1.75} aria-hidden="true" />
        {load.tasks}
      </span>
    </span>
  )
}

/** By mouse or finger; by keys it is the arrows. */
function Fold({ node, folded, onFold }: Pick<Props, 'node' | 'folded' | 'onFold'>) {
  const { who, below } = node
  return (
    <button
      type="button"
      tabIndex={-1}
      className={cx(css.fold, folded && css.folded)}
      aria-label={t(folded ? 'structure.unfold' : 'structure.fold', { name: who.name })}
      title={t('structure.below_n', { n: below })}
      onClick={(event) => {
        event.stopPropagation()
        onFold(who.id, !folded)
      }}
    >
      {folded ? below : <IconChevronLeft size={12} stroke={1.75} aria-hidden="true" />}
    </button>
  )
}
