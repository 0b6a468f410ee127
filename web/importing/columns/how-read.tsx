import { Select } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { DELIMITERS, ENCODINGS, type Found } from '#contract/parties/imports.ts'
import { t } from '#web/platform/words.ts'
import type { Setup } from '../use-settings.ts'
import css from './columns.module.css'

type Encoding = (typeof ENCODINGS)[number]

const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'windows-1251': 'Windows-1251',
  'koi8-r': 'KOI8-R',
  ibm866: 'DOS (CP866)',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
}
const DELIMITER_WORDS = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const

/** In how many of the first rows the names of the columns are looked for. */
const FIRST_ROWS = 20

/** What was found out of the file itself, to be said otherwise: its sheet, letters, separators, where the names stand. */
export function HowRead({ setup: { settings, change }, found }: { setup: Setup; found: Found }) {
  const header_row = settings.header_row ?? found.header_row
  const rows = Math.max(FIRST_ROWS, header_row)
  return (
    <details className={css.how}>
      <summary>
        <b>{t('import.how_read')}</b>
        <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
        <span>{summaryOf(found, header_row)}</span>
      </summary>
      <div className={css.fields}>
        {found.format === 'xlsx' ? (
          <Select
            label={t('import.sheet')}
            data={found.sheets}
            value={settings.sheet ?? found.sheet}
            onChange={(sheet) => change({ sheet })}
          />
        ) : (
          <>
            <Select
              label={t('import.encoding')}
              description={t('import.encoding_hint')}
              data={ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] }))}
              value={settings.encoding ?? found.encoding}
              onChange={(encoding) => change({ encoding: encoding as Encoding | null })}
            />
            <Select
              label={t('import.delimiter')}
              data={DELIMITERS.map((value) => ({ value, label: t(`import.delimiter.${DELIMITER_WORDS[value]}`) }))}
              value={settings.delimiter ?? found.delimiter}
              onChange={(delimiter) => change({ delimiter: delimiter as (typeof DELIMITERS)[number] | null })}
            />
          </>
        )}
        <Select
          label={t('import.header_row')}
          data={[
            { value: '0', label: t('import.header_none') },
            ...Array.from({ length: rows }, (_, n) => ({
              value: `${n + 1}`,
              label: t('import.header_at', { n: n + 1 }),
            })),
          ]}
          value={`${header_row}`}
          onChange={(next) => change({ header_row: Number(next) })}
        />
      </div>
    </details>
  )
}

/** «CSV, Windows-1251, столбцы в строке 2». */
function summaryOf({ format, sheet, encoding }: Found, header_row: number): string {
  const kind = format === 'xlsx' ? `XLSX, ${sheet ?? ''}` : `CSV, ${ENCODING_NAMES[encoding as Encoding]}`
  const names = header_row > 0 ? t('import.header_at', { n: header_row }) : t('import.header_none')
  return `${kind}. ${t('import.header_row')}: ${names.charAt(0).toLowerCase()}${names.slice(1)}`
}
