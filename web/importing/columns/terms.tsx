import type { Found, ImportSettings } from '#contract/parties/imports.ts'
import { t } from '#web/platform/words.ts'
import { Choice } from '#web/ui/fields/choice.tsx'
import { Section } from '#web/ui/rows.tsx'
import type { Setup } from '../use-settings.ts'
import { HowRead } from './how-read.tsx'
import css from './columns.module.css'

/** How rows are taken: with those that are there, as whom, and what a wrong phone means. */
export function Terms({ setup, found }: { setup: Setup; found: Found }) {
  const { settings, change } = setup
  return (
    <aside className={css.side} aria-label={t('import.there')}>
      <Section>
        <Choice
          label={t('import.there')}
          value={settings.there}
          onChange={(there) => change({ there: there as ImportSettings['there'] })}
          options={(['fill', 'skip', 'overwrite'] as const).map((value) => ({
            value,
            label: t(`import.there.${value}`),
            description: t(`import.there.${value}_hint`),
          }))}
        />
      </Section>
      <Section>
        <Choice
          label={t('import.side')}
          value={settings.side}
          onChange={(side) => change({ side: side as ImportSettings['side'] })}
          options={(['customer', 'supplier', 'both'] as const).map((value) => ({
            value,
            label: t(`import.side.${value}`),
          }))}
        />
      </Section>
      <Section>
        <Choice
          label={t('import.wrong')}
          value={settings.wrong}
          onChange={(wrong) => change({ wrong: wrong as ImportSettings['wrong'] })}
          options={(['row', 'value'] as const).map((value) => ({ value, label: t(`import.wrong.${value}`) }))}
        />
      </Section>
      <HowRead setup={setup} found={found} />
    </aside>
  )
}
