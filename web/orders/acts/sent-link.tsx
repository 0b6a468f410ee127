import { Suspense } from 'react'
import { t } from '#web/platform/words.ts'
import { CopyLink } from '#web/ui/fields/copy-link.tsx'
import { Qr } from '#web/ui/fields/qr.tsx'
import { Notice } from '#web/ui/state.tsx'
import css from './acts.module.css'

/** The customer's personal link, to be handed over by messenger, by mail or from screen to phone. */
export function SentLink({ url, mailed_to, title }: { url: string; mailed_to?: string | null; title: string }) {
  return (
    <div className={css.stack}>
      <Notice tone="good" title={title}>
        {mailed_to ? t('send.mailed', { to: mailed_to }) : t('send.hand_over')}
      </Notice>
      <CopyLink label={t('send.link')} url={url} />
      <div className={css.qr}>
        <Suspense>
          <Qr text={url} label={t('send.qr')} />
        </Suspense>
        <div>
          <p>{t('send.qr_hint')}</p>
          <p className={css.quiet}>{t('send.once')}</p>
        </div>
      </div>
    </div>
  )
}
