import type { StoredFile } from '#contract/files.ts'
import type { Audience } from '#web/ui/talk/composer.tsx'

export type Drafted = {
  text: string
  audience: Audience
  files: readonly StoredFile[]
  called: readonly { id: string; name: string }[]
}

const NOTHING: Drafted = { text: '', audience: 'customer', files: [], called: [] }

/** What was begun in each dialogue, and for whom, stays while the page lives: nobody's words vanish. */
const drafts = new Map<string, Drafted>()

export const draftOf = (conversation_id: string): Drafted => drafts.get(conversation_id) ?? NOTHING

export function keepDraft(conversation_id: string, draft: Drafted): Drafted {
  drafts.set(conversation_id, draft)
  return draft
}
