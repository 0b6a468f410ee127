import { useState } from 'react'
import { moveMember } from '#contract/tree.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { Choice } from '#web/ui/fields/choice.tsx'
import { PersonSelect } from '../person-select.tsx'
import { type Node, subtree, type Tree } from './tree-model.ts'
import css from '../people.module.css'

type Props = {
  node: Node
  tree: Tree
  /** Onto whom he was dragged, and whether those below can come along. */
  head?: { id: string; name: string }
  along?: boolean
  onClose: () => void
}

/** Moves a person under another head; where he leads others, with them or alone. */
export function MoveDialog({ node, tree, head, along: first = true, onClose }: Props) {
  const { who, parent, below } = node
  const [head_id, setHead] = useState<string | null>(head?.id ?? null)
  const [along, setAlong] = useState(first)
  const move = useCall(moveMember, {
    inline: true,
    onSuccess: ({ head }) => {
      toast(t('move.done', { name: who.name, head: head.name }))
      onClose()
    },
  })
  // Alone he may go under one who is below him now.
  const except = along ? subtree(tree, who.id) : new Set([who.id])
  const go = () => head_id && move.mutate({ member_id: who.id, head_id, with_reports: along })
  return (
    <Dialog
      title={t('move.title', { name: who.name })}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={move.isPending}
            disabled={!head_id}
            {...(head && { 'data-autofocus': true })}
          >
            {t('move.submit')}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <PersonSelect
          label={t('move.head')}
          {...(parent && { description: t('move.now', { head: parent.who.name }) })}
          value={head_id}
          known={head ?? null}
          onChange={setHead}
          except={except}
        />
        {below > 0 && (
          <Choice
            label={t('move.reports', { n: below })}
            value={along ? 'along' : 'alone'}
            onChange={(next) => {
              setAlong(next === 'along')
              // Whoever is below him can be his head only without him above.
              if (next === 'along' && head_id && subtree(tree, who.id).has(head_id)) setHead(null)
            }}
            options={[
              { value: 'along', label: t('move.along') },
              { value: 'alone', label: t('move.alone', { head: parent?.who.name ?? '' }) },
            ]}
          />
        )}
        <ProblemNote error={move.error} />
      </div>
    </Dialog>
  )
}
