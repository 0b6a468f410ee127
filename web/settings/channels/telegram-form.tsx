import { Select } from '@mantine/core'
import { t } from '#web/platform/words.ts'
import { Greeting, Linked, More, Steps, TokenField } from './bot-form.tsx'
import type { ChannelFormProps } from './forms.ts'
import { worded } from './worded.ts'
import css from './channels.module.css'

/** The bot that makes bots. */
const FATHER = '@BotFather'
const MODES = ['polling', 'webhook'] as const

/** A bot of Telegram: three steps at BotFather, and its key. */
export function TelegramForm(props: ChannelFormProps) {
  const { channel, draft, onDraft } = props
  return (
    <div className={css.form}>
      {!channel && (
        <Steps
          steps={[
            <Linked word="telegram.step_father" href="https://t.me/BotFather" key="father">
              {FATHER}
            </Linked>,
            t('telegram.step_new'),
            t('telegram.step_token'),
          ]}
        />
      )}
      <TokenField {...props} label={t('telegram.token')} hint={t('telegram.token_hint')} />
      <More>
        <Greeting {...props} hint={t('telegram.greeting_hint')} phone_hint={t('telegram.ask_phone_hint')} />
        <Select
          label={t('telegram.mode')}
          description={t('telegram.mode_hint')}
          allowDeselect={false}
          data={MODES.map((value) => ({ value, label: t(`telegram.mode.${value}`) }))}
          value={worded(draft.settings['mode'], 'polling')}
          onChange={(mode) => mode && onDraft({ settings: { mode } })}
        />
        <p className={css.quiet}>{t('telegram.groups')}</p>
      </More>
    </div>
  )
}
