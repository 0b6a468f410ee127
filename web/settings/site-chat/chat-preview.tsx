import { useEffect, useRef, useState } from 'react'
import { t } from '#web/platform/words.ts'
import { Segments } from '#web/ui/tabs.tsx'
import { type Draft, settingsOf } from './draft.ts'
import css from './site-chat.module.css'

/** The very widget in a frame, as it will stand on the site; what is typed beside it shows at once. */
export function ChatPreview({ draft }: { draft: Draft }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(false)
  const [at, setAt] = useState<'open' | 'away'>('open')
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) =>
      source === frame.current?.contentWindow && data === 'ready' && setReady(true)
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [])
  const shown = JSON.stringify(settingsOf(draft))
  useEffect(() => {
    const look = { ...(JSON.parse(shown) as object), base: location.origin, channel_id: 'preview', widget: '' }
    const example = {
      ask: t('sitechat.example_ask'),
      answer: t('sitechat.example_answer'),
      by: t('sitechat.example_by'),
    }
    const say = () => frame.current?.contentWindow?.postMessage({ look, open: at === 'open', example }, location.origin)
    const later = ready ? setTimeout(say, 120) : undefined
    return () => clearTimeout(later)
  }, [shown, at, ready])
  return (
    <aside className={css.preview}>
      <Segments
        label={t('sitechat.preview')}
        at={at}
        onGo={setAt}
        tabs={[
          { id: 'open', name: t('sitechat.preview_open') },
          { id: 'away', name: t('sitechat.preview_away') },
        ]}
      />
      <iframe ref={frame} className={css.frame} title={t('sitechat.preview')} src="/chat/preview" />
    </aside>
  )
}
