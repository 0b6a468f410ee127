import { useEffect } from 'react'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { Avatar } from '#web/ui/person.tsx'
import { aboutOf, LoadMarks, spoken, Marks } from './person-card.tsx'
import type { Shown } from './shown.ts'
import type { Node } from './tree-model.ts'
import { useTreeKeys } from './use-tree-keys.ts'
import css from './structure.module.css'

/** The same tree as an indented list: for phones, and for who would rather read. */
export function TreeList({ folded, shown, found, at_found, load, me, open_id, onFold, onOpen }: Shown) {
  const keys = useTreeKeys({ shown, folded, onFold, onOpen })
  const at = at_found?.who.id
  useEffect(() => {
    if (at) document.getElementById(`placed-${at}`)?.scrollIntoView({ block: 'center' })
  }, [at])
  return (
    <div className={css.list} role="tree" tabIndex={-1} aria-label={t('structure.heading')}>
      {shown.map((node) => (
        <div
          key={node.who.id}
          role="treeitem"
          {...keys.itemProps(node)}
          tabIndex={node === keys.active ? 0 : -1}
          aria-label={spoken(node, load.get(node.who.id))}
          aria-selected={node.who.id === open_id}
          className={cx(
            css.row,
            node.who.id === open_id && css.open,
            found.size > 0 && (found.has(node.who.id) ? css.found : css.other),
          )}
          style={{ paddingLeft: `calc(var(--indent) * ${node.depth} + 12px)` }}
          onKeyDown={keys.onKeyDown}
          onClick={() => onOpen(node.who.id)}
        >
          <Chevron node={node} folded={folded.has(node.who.id)} onFold={onFold} />
          <Avatar who={node.who} size={32} alone={false} />
          <span className={css.text}>
            <span className={css.name}>
              <b title={node.who.name}>{node.who.name}</b>
              {node.who.id === me && <small>{t('staff.you')}</small>}
              <Marks node={node} />
            </span>
            <span className={css.about}>{aboutOf(node)}</span>
          </span>
          <LoadMarks load={load.get(node.who.id)} />
        </div>
      ))}
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
