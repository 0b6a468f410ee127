import { type HTMLAttributes, useEffect } from 'react'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { Avatar } from '#web/ui/person.tsx'
import { aboutOf, LoadMarks, spoken, Marks } from './person-card.tsx'
import type { Load, Shown } from './shown.ts'
import type { Node } from './tree-model.ts'
import { useMovable } from './use-moving.ts'
import { useTreeKeys } from './use-tree-keys.ts'
import moving from './moving.module.css'
import css from './structure.module.css'

/** The same tree as an indented list: for phones, and for who would rather read. */
export function TreeList({ folded, shown, found, at_found, load, me, open_id, now, onFold, onOpen }: Shown) {
  const keys = useTreeKeys({ shown, folded, onFold, onOpen })
  const at = at_found?.who.id
  useEffect(() => {
    if (at) document.getElementById(`placed-${at}`)?.scrollIntoView({ block: 'center' })
  }, [at])
  return (
    <div className={css.list} role="tree" tabIndex={-1} aria-label={t('structure.heading')}>
      {shown.map((node) => (
        <Row
          key={node.who.id}
          node={node}
          item={{ ...keys.itemProps(node), tabIndex: node === keys.active ? 0 : -1, onKeyDown: keys.onKeyDown }}
          load={load.get(node.who.id)}
          className={cx(
            css.row,
            node.who.id === open_id && css.open,
            found.size > 0 && (found.has(node.who.id) ? css.found : css.other),
          )}
          folded={folded.has(node.who.id)}
          {...{ me, open_id, now, onFold, onOpen }}
        />
      ))}
    </div>
  )
}

type RowProps = Pick<Shown, 'me' | 'open_id' | 'now' | 'onFold' | 'onOpen'> & {
  node: Node
  item: HTMLAttributes<HTMLDivElement>
  load: Load | undefined
  className: string
  folded: boolean
}

function Row({ node, item, load, className, folded, me, open_id, now, onFold, onOpen }: RowProps) {
  const { who, depth } = node
  const { ref, away, over } = useMovable(node, now)
  return (
    <div
      ref={ref}
      role="treeitem"
      {...item}
      tabIndex={item.tabIndex ?? -1}
      onKeyDown={item.onKeyDown}
      aria-label={spoken(node, load)}
      aria-selected={who.id === open_id}
      className={cx(className, away && moving.away, over && moving.over)}
      style={{ paddingLeft: `calc(var(--indent) * ${depth} + 12px)` }}
      onClick={() => onOpen(who.id)}
    >
      <Chevron node={node} folded={folded} onFold={onFold} />
      <Avatar who={who} size={32} alone={false} />
      <span className={css.text}>
        <span className={css.name}>
          <b title={who.name}>{who.name}</b>
          {who.id === me && <small>{t('staff.you')}</small>}
          <Marks node={node} />
        </span>
        <span className={css.about}>{aboutOf(node)}</span>
      </span>
      <LoadMarks load={load} />
    </div>
  )
}

type ChevronProps = { node: Node; folded: boolean; onFold: Shown['onFold'] }

function Chevron({ node, folded, onFold }: ChevronProps) {
  if (node.reports.length === 0) return <span className={css.noChevron} />
  const Icon = folded ? IconChevronRight : IconChevronDown
  return (
    <button
      type="button"
      tabIndex={-1}
      className={css.chevron}
      aria-label={t(folded ? 'structure.unfold' : 'structure.fold', { name: node.who.name })}
      onClick={(event) => {
        event.stopPropagation()
        onFold(node.who.id, !folded)
      }}
    >
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      {folded && <small>{node.below}</small>}
    </button>
  )
}
