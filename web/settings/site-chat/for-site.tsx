import { useState } from 'react'
import { changeChannel, type Channel } from '#contract/inbox/channels.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { CopyLink } from '#web/ui/fields/copy-link.tsx'
import { Notice, ProblemNote } from '#web/ui/state.tsx'
import { freshSecret } from './draft.ts'
import css from './site-chat.module.css'

const lineOf = (channel_id: string, more = ''): string =>
  `<script src="${location.origin}/chat/${channel_id}.js" async${more}></script>`

/** What has to stand on the site, and what its policy must allow. */
export function LineForSite({ channel_id }: { channel_id: string }) {
  const { origin } = location
  return (
    <section>
      <CopyLink label={t('sitechat.line')} url={lineOf(channel_id)} />
      <p className={css.hint}>{t('sitechat.line_hint')}</p>
      <div className={css.fields}>
        <p className={css.hint}>{t('sitechat.csp')}</p>
        <pre className={css.code}>
          {['script-src', 'connect-src', 'img-src'].map((what) => `${what} ${origin};`).join('\n')}
        </pre>
      </div>
    </section>
  )
}

const PHP = (
  channel_id: string,
): string => `$signature = hash_hmac('sha256', "$id\\n$email\\n$phone", NARYAD_CHAT_SECRET);

${lineOf(channel_id, `\n  data-user-id="<?= $id ?>" data-user-email="<?= $email ?>"\n  data-user-phone="<?= $phone ?>" data-user-name="<?= $name ?>"\n  data-user-signature="<?= $signature ?>"`)}`

/** The secret by which a site signs who its user is: made here, shown once. */
export function ForDevelopers({ channel, may }: { channel: Channel; may: boolean }) {
  const [secret, setSecret] = useState<string | null>(null)
  const change = useCall(changeChannel, { inline: true })
  const known = channel.known_secrets.includes('identity_secret')
  const make = () => {
    const fresh = freshSecret()
    const wish = { channel_id: channel.id, secrets: { identity_secret: fresh }, version: channel.version }
    change.mutate(wish, { onSuccess: () => setSecret(fresh) })
  }
  return (
    <section>
      <h2>{t('sitechat.identity')}</h2>
      <div className={css.fields}>
        <p className={css.hint}>{t('sitechat.identity_hint')}</p>
        {secret ? (
          <>
            <Notice tone="info">{t('sitechat.secret_once')}</Notice>
            <CopyLink label={t('sitechat.secret')} url={secret} />
          </>
        ) : (
          known && <p className={css.hint}>{t('sitechat.secret_known')}</p>
        )}
        <ProblemNote error={change.error} />
        {may && !secret && (
          <div>
            <Button busy={change.isPending} onClick={make}>
              {t(known ? 'sitechat.secret_anew' : 'sitechat.secret_make')}
            </Button>
          </div>
        )}
        <p className={css.hint}>{t('sitechat.code')}</p>
        <pre className={css.code}>{PHP(channel.id)}</pre>
      </div>
    </section>
  )
}
