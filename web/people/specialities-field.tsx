import '@mantine/core/styles/PillsInput.layer.css'
import '@mantine/core/styles/Pill.layer.css'
import type { ReactNode } from 'react'
import { TagsInput } from '@mantine/core'
import { listSpecialities } from '#contract/people.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import css from './people.module.css'

/** All optional: a form's `getInputProps` gives them. */
type Props = { value?: string[]; onChange: (names: string[]) => void; error?: ReactNode }

/** The trades of a person: those of the company are offered, a new one is made by typing it. */
export function SpecialitiesField({ value = [], onChange, error }: Props) {
  const known = useMaybe(listSpecialities, {})?.rows ?? []
  return (
    <TagsInput
      label={t('performer.specialities')}
      description={t('performer.specialities_hint')}
      data={known.map(({ name }) => name)}
      value={value}
      onChange={onChange}
      error={error}
      acceptValueOnBlur
      maxTags={20}
      classNames={{ pill: css.pill ?? '', input: css.pills ?? '', dropdown: css.drop ?? '', option: css.option ?? '' }}
      // What is typed in another case is the same trade.
      isDuplicate={(typed, all) => all.some((one) => one.toLowerCase() === typed.toLowerCase())}
    />
  )
}
