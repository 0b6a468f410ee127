import { useEffect } from 'react'
import { IconMapOff } from '@tabler/icons-react'
import { Problem } from '#web/platform/problem.ts'
import { t } from '#web/platform/words.ts'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { Empty } from '#web/ui/state.tsx'
import css from './waiting.module.css'

/** A page that could not be shown: what happened, and the way on. It comes by itself with the network. The rail stays. */
export function Trouble({ error, reset }: { error: unknown; reset: () => void }) {
  const away = error instanceof Problem && error.status === 0
  useEffect(() => {
    if (!away) return
    addEventListener('online', reset)
    return () => removeEventListener('online', reset)
  }, [away, reset])
  // Nobody is signed in: the sign-in screen is on its way.
  if (error instanceof Problem && error.status === 401) return null
  if (error instanceof Problem && error.status === 404) return <Nowhere />
  if (error instanceof Problem && error.status === 403)
    return (
      <div className={css.center} role="alert">
        <Empty title={t('problem.denied')} hint={error.words}>
          <LinkButton to="/">{t('nav.home')}</LinkButton>
        </Empty>
      </div>
    )
  const stale = error instanceof Error && /dynamically imported module|module script/i.test(error.message)
  const words = error instanceof Problem ? error.words : t(stale ? 'problem.new_version' : 'problem.page')
  return (
    <div className={css.center} role="alert">
      <Empty title={t('problem.title')} hint={words}>
        <Button variant="primary" onClick={() => (error instanceof Problem ? reset() : location.reload())}>
          {t('do.retry')}
        </Button>
      </Empty>
    </div>
  )
}

export function Nowhere() {
  return (
    <div className={css.center}>
      <Empty icon={<IconMapOff size={24} stroke={1.75} />} title={t('problem.nowhere')} hint={t('problem.not_found')}>
        <LinkButton to="/">{t('nav.home')}</LinkButton>
      </Empty>
    </div>
  )
}
