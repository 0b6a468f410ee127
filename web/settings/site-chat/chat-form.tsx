import { useState } from 'react'
import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { changeChannel, type Channel, connectChannel } from '#contract/inbox/channels.ts'
import { useCompany } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import type { Problem } from '#web/platform/problem.ts'
import type { Word } from '#words/index.ts'
import { sentence, t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Notice, ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { Segments } from '#web/ui/tabs.tsx'
import { ChatPreview } from './chat-preview.tsx'
import { contrastWithWhite, type Draft, draftOf, settingsOf } from './draft.ts'
import { ForDevelopers, LineForSite } from './for-site.tsx'
import css from './site-chat.module.css'

type Props = { channel: Channel | null; may: boolean; onConnected: (id: string) => void }

/** A chat: what is asked of it at the left, how it looks then at the right. */
export function ChatForm({ channel, may, onConnected }: Props) {
  const company = useCompany()
  const stored = draftOf(channel?.settings, company.name)
  const [draft, setDraft] = useState(stored)
  const connect = useCall(connectChannel, {
    inline: true,
    onSuccess: ({ id }) => (toast(t('sitechat.done')), onConnected(id)),
  })
  const change = useCall(changeChannel, { inline: true, onSuccess: () => toast(t('sitechat.saved')) })
  const { error } = channel ? change : connect
  const save = () => {
    const settings = settingsOf(draft)
    if (channel) change.mutate({ channel_id: channel.id, settings, version: channel.version })
    else connect.mutate({ kind: 'web_chat', settings, secrets: {} })
  }
  const set = (more: Partial<Draft>) => setDraft({ ...draft, ...more })
  const touched = !channel || JSON.stringify(settingsOf(draft)) !== JSON.stringify(settingsOf(stored))
  return (
    <div className={css.split}>
      <form noValidate className={css.form} onSubmit={submitting(save)}>
        <Where {...{ draft, set, may, error }} />
        {channel && <LineForSite channel_id={channel.id} />}
        <Look {...{ draft, set, may }} />
        <Said {...{ draft, set, may }} />
        {!siteFault(error) && <ProblemNote error={error} />}
        {touched && may && (
          <div>
            <Button type="submit" variant="primary" busy={connect.isPending || change.isPending}>
              {t(channel ? 'do.save' : 'sitechat.connect')}
            </Button>
          </div>
        )}
        {channel && <ForDevelopers channel={channel} may={may} />}
      </form>
      <ChatPreview draft={draft} />
    </div>
  )
}

type Part = { draft: Draft; set: (more: Partial<Draft>) => void; may: boolean }

/** What is wrong with the sites stands at the sites. */
function siteFault(error: Problem | null): string | null {
  const { why, words } = error?.facts ?? {}
  return why === 'chat.site_wrong' || why === 'chat.no_sites' ? sentence(why, { words: String(words) }) : null
}

function Where({ draft, set, may, error }: Part & { error: Problem | null }) {
  return (
    <section>
      <h2>{t('sitechat.where')}</h2>
      <div className={css.fields}>
        <Textarea
          autosize
          minRows={2}
          maxRows={8}
          disabled={!may}
          label={t('sitechat.sites')}
          description={t('sitechat.sites_hint')}
          placeholder={t('sitechat.sites_example')}
          value={draft.sites}
          onChange={(event) => set({ sites: event.target.value })}
          error={siteFault(error)}
        />
      </div>
    </section>
  )
}

function Look({ draft, set, may }: Part) {
  const pale = contrastWithWhite(draft.colour) < 3
  return (
    <section>
      <h2>{t('sitechat.look')}</h2>
      <fieldset className={css.fields} disabled={!may}>
        <TextInput
          label={t('sitechat.title')}
          maxLength={60}
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
          error={draft.title.trim() ? undefined : t('field.required')}
        />
        <div className={css.row}>
          <label className={css.choice}>
            <span>{t('sitechat.colour')}</span>
            <input
              type="color"
              className={css.colour}
              value={draft.colour}
              onChange={(event) => set({ colour: event.target.value })}
            />
          </label>
          <Choice word="side" at={draft.side} all={['right', 'left']} onGo={(side) => set({ side })} />
        </div>
        {pale && <Notice>{t('sitechat.colour_pale')}</Notice>}
        <div className={css.row}>
          <Choice word="theme" at={draft.theme} all={['auto', 'light', 'dark']} onGo={(theme) => set({ theme })} />
          <Choice
            word="language"
            at={draft.language}
            all={['auto', 'ru', 'en']}
            onGo={(language) => set({ language })}
          />
        </div>
      </fieldset>
    </section>
  )
}

type ChoiceProps<T extends string> = {
  word: 'side' | 'theme' | 'language' | 'hours'
  at: T
  all: T[]
  onGo: (next: T) => void
}

/** One of a few, under what it is about. */
function Choice<T extends string>({ word, at, all, onGo }: ChoiceProps<T>) {
  const label = t(`sitechat.${word}`)
  const tabs = all.map((id) => ({ id, name: t(`sitechat.${word}_${id}` as Word) }))
  return (
    <div className={css.choice}>
      <span aria-hidden="true">{label}</span>
      <Segments label={label} at={at} onGo={onGo} tabs={tabs} />
    </div>
  )
}

function Said({ draft, set, may }: Part) {
  return (
    <section>
      <h2>{t('sitechat.words')}</h2>
      <fieldset className={css.fields} disabled={!may}>
        <Textarea
          autosize
          label={t('sitechat.greeting')}
          placeholder={t('sitechat.greeting_usual')}
          maxLength={500}
          value={draft.greeting}
          onChange={(event) => set({ greeting: event.target.value })}
        />
        <Choice word="hours" at={draft.hours} all={['calendar', 'always']} onGo={(hours) => set({ hours })} />
        {draft.hours === 'calendar' && (
          <Textarea
            autosize
            label={t('sitechat.away')}
            placeholder={t('sitechat.away_usual')}
            maxLength={500}
            value={draft.away}
            onChange={(event) => set({ away: event.target.value })}
          />
        )}
        <Checkbox.Group
          label={t('sitechat.required')}
          description={t('sitechat.required_hint')}
          value={draft.required}
          onChange={(required) => set({ required })}
        >
          <div className={css.row}>
            {(['name', 'phone', 'email'] as const).map((id) => (
              <Checkbox key={id} value={id} label={t(`sitechat.required_${id}`)} />
            ))}
          </div>
        </Checkbox.Group>
      </fieldset>
    </section>
  )
}
