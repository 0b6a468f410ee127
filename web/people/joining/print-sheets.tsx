import { Suspense, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useCompany } from '#web/app/me.ts'
import { t } from '#web/platform/words.ts'
import { Qr } from '#web/ui/fields/qr.tsx'
import css from './print.module.css'

export type Sheet = { name: string | null; url: string }

type Props = { sheets: readonly Sheet[]; text: string; onDone: () => void }

/** Sheets of paper, one for each person: the company, the name, a code for the phone and what to do with it. */
export function PrintSheets({ sheets, text, onDone }: Props) {
  const { name: company } = useCompany()
  return createPortal(
    <div className={css.sheets}>
      {sheets.map(({ name, url }) => (
        <article key={url} className={css.sheet}>
          <p className={css.company}>{company}</p>
          <h1>{name ?? t('print.heading')}</h1>
          <Suspense>
            <Qr text={url} label={t('link.qr')} />
          </Suspense>
          <p className={css.say}>{text}</p>
          <p className={css.url}>{url}</p>
        </article>
      ))}
      <Suspense>
        <Ready url={sheets.at(-1)?.url ?? ''} onDone={onDone} />
      </Suspense>
    </div>,
    document.body,
  )
}

/** Once the last code is drawn the browser is asked to print; then the sheets are gone again. */
function Ready({ url, onDone }: { url: string; onDone: () => void }) {
  useEffect(() => {
    window.addEventListener('afterprint', onDone, { once: true })
    const timer = setTimeout(() => window.print(), 300)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('afterprint', onDone)
    }
  }, [onDone])
  return (
    <span hidden>
      <Qr text={url} label={t('link.qr')} />
    </span>
  )
}
