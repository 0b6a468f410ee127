import { useState } from 'react'
import { Textarea } from '@mantine/core'
import { addPerformers, checkPerformers, type PerformerCells, type ReadPerformer } from '#contract/performers.ts'
import type { Person } from '#contract/people.ts'
import { useMayBegin, useRight } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { today } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { PageHead } from '#web/ui/page-head.tsx'
import { Notice, ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { usePastedLines } from '../joining/use-pasted-lines.ts'
import { AddedList } from './added-list.tsx'
import { ReadStep } from './read-step.tsx'
import css from './adding.module.css'

/** «Добавить списком»; an address that asks for a form is an offer too, and none is made to who would be refused at its end. */
export function AddManyPage() {
  const right = useRight()
  const may = useMayBegin()('performers.manage')
  if (may) return <AddMany />
  const code = right('performers.manage') ? 'viewing.read_only' : 'performer.not_yours'
  return (
    <div className={css.page}>
      <Head />
      <div className={css.paste}>
        <Notice>{t(code)}</Notice>
      </div>
    </div>
  )
}

/** Performers pasted from a table, read by the server, mended at their cells, added all at once. */
function AddMany() {
  const [text, setText] = useState('')
  const [from_day, setFrom] = useState<string | null>(today())
  const [added, setAdded] = useState<Person[]>([])
  const [unread, setUnread] = useState<string[]>([])
  const [make_pools, setMakePools] = useState(true)
  const check = useCall(checkPerformers, { inline: true })
  const list = usePastedLines<PerformerCells, ReadPerformer>((what, then) =>
    check.mutate(
      { ...what, make_pools },
      {
        onSuccess: (answer) => {
          if ('text' in what) setUnread(answer.unread)
          then(answer.lines)
        },
      },
    ),
  )
  const { lines, read } = list
  const ready = (lines ?? []).filter((_, at) => read[at]?.faults.length === 0)
  const left = (lines ?? []).filter((_, at) => read[at]?.faults.length !== 0)
  const add = useCall(addPerformers, {
    inline: true,
    onSuccess: ({ performers }) => {
      toast(t('many.added', { n: performers.length }))
      setAdded([...added, ...performers])
      list.look(left)
    },
  })
  const send = () =>
    add.mutate(
      { lines: ready, make_pools, ...(from_day && { from_day }) },
      // Somebody else was quicker: the lines are read again, and what is wrong now stands at its cell.
      { onError: () => list.look(lines ?? []) },
    )
  if (lines && lines.length === 0 && added.length > 0) return <AddedList people={added} />
  return (
    <div className={css.page}>
      <Head />
      {lines === null ? (
        <form className={css.paste} onSubmit={submitting(() => text.trim() && list.read_text(text))}>
          <Textarea
            label={t('many.paste')}
            description={t('many.hint')}
            placeholder={t('many.example')}
            autosize
            minRows={12}
            maxRows={24}
            classNames={{ input: css.text ?? '' }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <ProblemNote error={check.error} />
          <div className={css.acts}>
            <Button type="submit" variant="primary" busy={check.isPending} disabled={!text.trim()}>
              {t('many.read')}
            </Button>
          </div>
        </form>
      ) : (
        <ReadStep
          {...{ list, lines, unread, from_day, make_pools }}
          ready={ready.length}
          added={added.length}
          busy={check.isPending || add.isPending}
          error={add.error ?? check.error}
          onFrom={setFrom}
          onMakePools={(next) => {
            setMakePools(next)
            check.mutate({ lines, make_pools: next }, { onSuccess: (answer) => list.take(answer.lines) })
          }}
          onAdd={send}
        />
      )}
    </div>
  )
}

const Head = () => (
  <PageHead
    crumbs={[
      <Link key="all" to="/performers">
        {t('nav.performers')}
      </Link>,
    ]}
    title={t('many.heading')}
  />
)
