import { Problem } from '#web/platform/problem.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Notice, ProblemNote } from '#web/ui/state.tsx'

/** A refusal. Of a double, which its field tells in words, the way to the one that is there already. */
export function DoubleNote({ error }: { error: unknown }) {
  const other = error instanceof Problem ? otherOf(error) : null
  if (!(error instanceof Problem) || !other) return <ProblemNote error={error} />
  return (
    <Notice tone="bad">
      <Link to={`/counterparties/${other.id}`}>{t('counterparty.open_other', { name: other.name })}</Link>
    </Notice>
  )
}

/** Whose page to open: of a double number its counterparty, of a double phone the counterparty of its contact. */
function otherOf({ code, facts }: Problem): { id: string; name: string } | null {
  const [id, name] =
    code === 'counterparty.double'
      ? [facts['id'], facts['name']]
      : code === 'contact.double'
        ? [facts['counterparty_id'], facts['counterparty']]
        : []
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null
}
