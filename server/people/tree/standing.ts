import type { Accord, Declaration } from '#contract/tree.ts'

/** An open word about the head of one person. An expected head who has come is named by his own id. */
export type Word = {
  said_as: 'inviter' | 'member' | 'head' | 'settler'
  said_by: string
  head_id: string | null
  expected_head_id: string | null
  agrees: boolean
}

/** How far the words about one person agree (TREE-4). What he says himself is measured against what the others say. */
export function weigh(words: readonly Word[]): Accord | 'agreed' {
  const own = words.find(({ said_as }) => said_as === 'member')
  if (!own) return 'unsaid'
  if (own.head_id === null) return 'expected'
  const answer = words.find(({ said_by, head_id }) => said_by === own.head_id && head_id === own.head_id)
  if (answer) return answer.agrees ? 'agreed' : 'refused'
  const other = words.some(({ said_as, head_id }) => said_as === 'inviter' && head_id !== own.head_id)
  return other ? 'differs' : 'waits_for_head'
}

/** A word as it is told, without the names. */
export const asWord = ({ said_as, said_by, head, expected, agrees }: Declaration): Word => ({
  said_as,
  said_by: said_by.id,
  head_id: head?.id ?? null,
  expected_head_id: expected?.id ?? null,
  agrees,
})
