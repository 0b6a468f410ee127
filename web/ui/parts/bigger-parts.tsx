import { useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { Bar, Key, Money } from '#web/ui/figures.tsx'
import { PhaseMark } from '#web/ui/phase.tsx'
import { Segments, Tabs } from '#web/ui/tabs.tsx'
import { type Audience, Composer } from '#web/ui/talk/composer.tsx'
import { DayLine, EventRow, MessageBlock } from '#web/ui/talk/timeline.tsx'
import { Row } from './row.tsx'
import css from './parts.module.css'
import s from './sample.json'

const at = '2026-11-24T11:10:00Z'
const olga = { id: 'p0', name: s.w29 }
const pavel = { id: 'p1', name: s.w30 }

/** A timeline with all three kinds of words, and the composer. */
export function TalkPart() {
  const [audience, setAudience] = useState<Audience>('customer')
  const [text, setText] = useState('')
  return (
    <Row name={s.w56}>
      <div className={css.full}>
        <DayLine>{s.w73}</DayLine>
        <EventRow at={at} who={s.w29} icon={<PhaseMark phase="work" />}>
          {s.w74}
        </EventRow>
        <MessageBlock
          at={at}
          who={pavel}
          to="outside"
          about={
            <>
              {s.w75}
              <Chip tone="note">{s.w76}</Chip>
            </>
          }
          acts={<Button size="sm">{s.w77}</Button>}
        >
          {s.w78}
        </MessageBlock>
        <MessageBlock at={at} who={olga} to="inside">
          {s.w79}
        </MessageBlock>
        <MessageBlock at={at} who={olga} name={s.w57} to="customer">
          {s.w80}
        </MessageBlock>
        <Composer
          text={text}
          onText={setText}
          audience={audience}
          onAudience={setAudience}
          sees={audience === 'customer' && s.w62}
          onSend={() => setText('')}
        />
      </div>
    </Row>
  )
}

const rows = [
  { id: '1', number: 1036, title: s.w63, cost: '142230', margin: '81770' },
  { id: '2', number: 1027, title: s.w64, cost: '71570', margin: '-7570' },
]

/** Tabs, segments, a table with its sums, a bar with its key. */
export function TablePart() {
  const [tab, setTab] = useState<'all' | 'tasks'>('all')
  return (
    <Row name={s.w58}>
      <div className={css.full}>
        <Tabs
          label={s.w59}
          at={tab}
          onGo={setTab}
          tabs={[
            { id: 'all', name: s.w65 },
            { id: 'tasks', name: s.w4, n: 3 },
          ]}
        />
        <Segments
          label={s.w60}
          at={tab}
          onGo={setTab}
          tabs={[
            { id: 'all', name: s.w66 },
            { id: 'tasks', name: s.w67 },
          ]}
        />
        <DataTable
          label={s.w61}
          rows={rows}
          keyOf={({ id }) => id}
          onOpen={() => undefined}
          columns={[
            { id: 'number', head: s.w68, cell: ({ number }) => `${s.no} ${number}` },
            { id: 'title', head: s.w69, cell: ({ title }) => title, fill: true, sum: s.w70 },
            {
              id: 'cost',
              head: s.w71,
              num: true,
              cell: ({ cost }) => <Money minor={cost} />,
              sum: <Money minor="213800" />,
            },
            {
              id: 'margin',
              head: s.w72,
              num: true,
              cell: ({ margin }) => <Money minor={margin} signed />,
              sum: <Money minor="74200" signed />,
            },
          ]}
        />
        <Bar
          thick
          shares={[
            { of: 'labour', part: 0.081 },
            { of: 'material', part: 0.213 },
            { of: 'other', part: 0.075 },
            { of: 'margin', part: 0.631 },
          ]}
        />
        <Key of="labour">{s.w81}</Key> <Key of="material">{s.w82}</Key> <Money minor="1050880" currency="BYN" big />
      </div>
    </Row>
  )
}
