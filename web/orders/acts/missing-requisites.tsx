import { Link } from '#web/platform/link.tsx'
import { listed } from '#web/platform/format.ts'
import { knows, t } from '#web/platform/words.ts'
import { Notice } from '#web/ui/state.tsx'

type Props = { missing: string[]; counterparty_id: string | undefined }

/** What the forms cannot do without, by whose it is, with the place to fill it in. */
export function MissingRequisites({ missing, counterparty_id }: Props) {
  if (missing.length === 0) return null
  const of = (side: 'seller' | 'buyer') =>
    missing.filter((one) => one.startsWith(`${side}.`)).map((one) => nameOf(one.slice(side.length + 1)))
  const [ours, theirs] = [of('seller'), of('buyer')]
  return (
    <Notice tone="warn" title={t('papers.missing')}>
      {ours.length > 0 && (
        <>
          <Link to="/settings">{t('papers.missing_ours')}</Link>: {listed(ours)}.{' '}
        </>
      )}
      {theirs.length > 0 && (
        <>
          {counterparty_id ? (
            <Link to={`/counterparties/${counterparty_id}`}>{t('papers.missing_theirs')}</Link>
          ) : (
            t('papers.missing_theirs')
          )}
          : {listed(theirs)}.
        </>
      )}
    </Notice>
  )
}

const nameOf = (field: string): string => {
  const key = `missing_field.${field}`
  return knows(key) ? t(key) : field
}
