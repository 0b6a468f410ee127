import { t } from '#web/platform/words.ts'
import { Greeting, Linked, More, Steps, TokenField } from './bot-form.tsx'
import type { ChannelFormProps } from './forms.ts'
import css from './channels.module.css'

const SITE = 'business.max.ru'

/** A bot of MAX: made by an organisation on the site for business, and its token. */
export function MaxForm(props: ChannelFormProps) {
  return (
    <div className={css.form}>
      {!props.channel && (
        <Steps
          steps={[
            <Linked word="max.step_master" href={`https://${SITE}`} key="master">
              {SITE}
            </Linked>,
            t('max.step_new'),
            t('max.step_token'),
          ]}
        />
      )}
      <TokenField {...props} label={t('max.token')} hint={t('telegram.token_hint')} />
      <More>
        <Greeting {...props} hint={t('max.greeting_hint')} phone_hint={t('max.ask_phone_hint')} />
        <p className={css.quiet}>{t('max.groups')}</p>
      </More>
    </div>
  )
}
