import '@mantine/core/styles/Radio.layer.css'
import { Radio } from '@mantine/core'
import css from './fields.module.css'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: string; description?: string }[]
}

/** One of a few, each a line. */
export function Choice({ label, value, onChange, options }: Props) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <div className={css.choices}>
        {options.map((one) => (
          <Radio key={one.value} {...one} />
        ))}
      </div>
    </Radio.Group>
  )
}
