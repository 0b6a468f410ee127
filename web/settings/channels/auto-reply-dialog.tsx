import { useState } from 'react'
import { Checkbox } from '@mantine/core'
import { type AutoReply, changeChannel, type Channel } from '#contract/inbox/channels.ts'
import { AUTO_REPLY_FIELDS } from '#contract/inbox/templates.ts'
import { useCompany } from '#web/app/me.ts'
import { fieldWords, filledIn, toKept, toSpoken } from '#web/inbox/thread/template-fields.ts'
import { useCall } from '#web/platform/ask.ts'
import { Problem } from '#web/platform/problem.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Choice } from '#web/ui/fields/choice.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { TextWithFields } from '../templates/text-with-fields.tsx'
import css from './channels.module.css'

type Props = { channel: Channel; onClose: () => void }
type Occasion = AutoReply['occasion']

const OCCASIONS: readonly Occasion[] = ['every', 'closed']
const isOccasion = (value: string): value is Occasion => (OCCASIONS as readonly string[]).includes(value)

/** What is offered where nobody has written anything yet. */
const usual = (occasion: Occasion): string =>
  t(`auto_reply.usual.${occasion}`, {
    contact: fieldWords('contact'),
    company: fieldWords('company'),
    opens_at: fieldWords('opens_at'),
  })

/** «Автоответ» of a channel: whether, when, in what words, and how a person will see it. */
export function AutoReplyDialog({ channel, onClose }: Props) {
  const known = channel.auto_reply
  const [on, setOn] = useState(known?.on ?? false)
  const [occasion, setOccasion] = useState<Occasion>(known?.occasion ?? 'every')
  const [text, setText] = useState(known?.text ? toSpoken(known.text) : usual(occasion))
  const change = useCall(changeChannel, {
    inline: true,
    onSuccess: () => (toast(t('auto_reply.saved')), onClose()),
  })
  const choose = (next: string) => {
    if (!isOccasion(next)) return
    // Words of one's own stay, whatever they are said for.
    if (text === usual(occasion)) setText(usual(next))
    setOccasion(next)
  }
  const save = () => {
    const auto_reply = { on, occasion, text: toKept(text) }
    change.mutate({ channel_id: channel.id, auto_reply, version: channel.version })
  }
  const fault = change.error instanceof Problem ? change.error.fields['auto_reply.text'] : undefined
  return (
    <Dialog
      wide
      title={t('auto_reply.title', { name: channel.name || t(`channels.kind.${channel.kind}`) })}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={change.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <Checkbox
          label={t('auto_reply.on')}
          description={t('auto_reply.explain')}
          checked={on}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
        {on && (
          <>
            <Choice
              label={t('auto_reply.occasion')}
              value={occasion}
              onChange={choose}
              options={OCCASIONS.map((value) => ({
                value,
                label: t(`auto_reply.occasion.${value}`),
                description: t(`auto_reply.occasion.${value}_hint`),
              }))}
            />
            <TextWithFields
              label={t('auto_reply.text')}
              fields={AUTO_REPLY_FIELDS}
              maxLength={2000}
              text={text}
              onText={setText}
              error={fault}
            />
            <Preview text={text} />
          </>
        )}
        {!fault && <ProblemNote error={change.error} />}
      </div>
    </Dialog>
  )
}

/** As it goes out to somebody who is called Anna, in the evening. */
function Preview({ text }: { text: string }) {
  const { name: company } = useCompany()
  const sample = {
    contact: t('auto_reply.sample_contact'),
    company,
    opens_at: t('auto_reply.tomorrow', { at: '09:00' }),
  }
  return (
    <div className={css.hints}>
      <span className={css.quiet}>{t('auto_reply.preview')}</span>
      <output className={css.preview}>{filledIn(toKept(text), sample)}</output>
    </div>
  )
}
