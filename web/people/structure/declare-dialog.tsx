import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { declareHead, type MyHead } from '#contract/tree.ts'
import { useMe } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { PersonSelect } from '../person-select.tsx'
import css from '../people.module.css'

type Props = { mine: MyHead; onClose: () => void }

/** A person names another head: one who works here, or one who has not joined yet. */
export function DeclareDialog({ mine, onClose }: Props) {
  const { member } = useMe()
  const [way, setWay] = useState<'here' | 'later'>('here')
  const [head_id, setHead] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const declare = useCall(declareHead, {
    inline: true,
    onSuccess: ({ open }) => {
      toast(t(open ? 'my_head.asked' : 'my_head.thanks'))
      onClose()
    },
  })
  const ready = way === 'here' ? head_id !== null : name.trim() !== ''
  const go = () => {
    if (way === 'here' && head_id) declare.mutate({ head_id })
    if (way === 'later' && name.trim())
      declare.mutate({ expected: { name: name.trim(), ...(email.trim() && { email: email.trim() }) } })
  }
  return (
    <Dialog
      title={t('my_head.title')}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={declare.isPending} disabled={!ready}>
            {t('my_head.submit')}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <Segments
          label={t('my_head.where')}
          at={way}
          onGo={setWay}
          tabs={[
            { id: 'here', name: t('my_head.here') },
            { id: 'later', name: t('my_head.later') },
          ]}
        />
        {way === 'here' ? (
          <PersonSelect
            label={t('structure.head')}
            description={t('my_head.here_hint')}
            value={head_id}
            onChange={setHead}
            except={new Set(member ? [member.id] : [])}
          />
        ) : (
          <>
            <TextInput
              label={t('performer.name')}
              description={t('my_head.later_hint')}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <TextInput
              label={t('my_head.email')}
              type="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </>
        )}
        {mine.head && <p className={css.quiet}>{t('my_head.stands', { head: mine.head.name })}</p>}
        <ProblemNote error={declare.error} />
      </div>
    </Dialog>
  )
}
