import { listDoubles } from '#contract/doubles.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Person } from '#web/ui/person.tsx'
import { PersonSelect } from '../person-select.tsx'
import { sameWords } from './same-words.ts'
import css from './doubles.module.css'

type Who = { id: string; name: string }
type Props = { of: Who; onChosen: (who: Who) => void }

/** Which is the other card: one that looks like it, or any that is found by name. */
export function FindDouble({ of, onChosen }: Props) {
  const pairs = useMaybe(listDoubles, { member_id: of.id })?.rows
  const found = pairs?.map(({ one, other, same }) => ({ who: one.id === of.id ? other : one, same }))
  return (
    <>
      {found && found.length > 0 && (
        <section>
          <h3 className={css.heading}>{t('double.probable')}</h3>
          <ul className={css.found}>
            {found.map(({ who, same }) => (
              <li key={who.id}>
                <Person who={who} />
                <span className={css.why}>{sameWords(who, same)}</span>
                <Button size="sm" onClick={() => onChosen(who)}>
                  {t('double.compare')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <PersonSelect
        anybody
        label={t('double.with')}
        {...(found?.length === 0 && { description: t('double.none') })}
        value={null}
        except={new Set([of.id])}
        onChange={(_, who) => who && onChosen(who)}
      />
    </>
  )
}
