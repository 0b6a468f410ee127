import { Checkbox } from '@mantine/core'
import { t } from '#web/platform/words.ts'

type Props = {
  /** Names of pools in the list that the company has not, in its order; the same may stand twice. */
  names: readonly string[]
  made: boolean
  onChange: (made: boolean) => void
}

/** Asked once for a whole list: whether the pools that it names are made. Nothing where all are there. */
export function NewPools({ names, made, onChange }: Props) {
  const once = [...new Set(names)]
  if (once.length === 0) return null
  return (
    <Checkbox
      label={t('list.make_pools', { n: once.length, names: once.join(', ') })}
      checked={made}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}
