import { useState } from 'react'
import { Checkbox, Select, TextInput } from '@mantine/core'
import { IconAlertCircle, IconCalendarPlus, IconFlame } from '@tabler/icons-react'
import { ActionButton } from '#web/ui/action-button.tsx'
import { Button } from '#web/ui/button.tsx'
import { Chip, Count, FilledChip, FilterChip, Kbd } from '#web/ui/chip.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Avatar, Avatars, Person } from '#web/ui/person.tsx'
import { PhaseBadge, phases, TaskBadge, TaskMark, type TaskState } from '#web/ui/phase.tsx'
import { CardBones, Empty, Notice } from '#web/ui/state.tsx'
import { TablePart, TalkPart } from './bigger-parts.tsx'
import { Row } from './row.tsx'
import css from './parts.module.css'
import s from './sample.json'

const STATES: TaskState[] = ['new', 'accepted', 'declined', 'in_progress', 'done', 'returned', 'closed', 'cancelled']
const PEOPLE = [s.w29, s.w30, s.w31, s.w32, s.w33, s.w34]
const people = PEOPLE.map((name, i) => ({ id: `p${i}`, name }))
const refusal = {
  code: 'order.tasks_open',
  facts: { tasks: [2, 3].map((number) => ({ id: `t${number}`, number, title: s.w35 })) },
}

/** All pieces in both themes side by side, for our own eyes: never part of the build. */
export function PartsPage() {
  return (
    <div className={css.two}>
      <Half theme="light" title={s.w1} />
      <Half theme="dark" title={s.w2} />
    </div>
  )
}

function Half({ theme, title }: { theme: string; title: string }) {
  return (
    <section className={css.half} data-theme={theme}>
      <h1>{title}</h1>
      <Row name={s.w3}>
        {phases.map((phase) => (
          <PhaseBadge key={phase} phase={phase} />
        ))}
      </Row>
      <Row name={s.w4}>
        {STATES.map((state) => (
          <TaskBadge key={state} state={state} small />
        ))}
        {STATES.map((state) => (
          <TaskMark key={state} state={state} />
        ))}
      </Row>
      <Buttons />
      <Chips />
      <Fields />
      <Row name={s.w5}>
        <Notice title={s.w6}>{s.w37}</Notice>
      </Row>
      <Row name={s.w7}>
        <Empty icon={<IconCalendarPlus size={24} stroke={1.75} />} title={s.w8} hint={s.w9}>
          <Button variant="primary">{s.w38}</Button>
          <Button variant="quiet">{s.w39}</Button>
        </Empty>
      </Row>
      <Row name={s.w10}>
        <div className={css.narrow}>
          <CardBones />
        </div>
      </Row>
      <Row name={s.w11}>
        {people.map((who) => (
          <Avatar key={who.id} who={who} size={32} />
        ))}
        <Count n={5} />
        <Count n={7} tone="hot" />
        <Kbd>Ctrl K</Kbd>
        <Avatars people={people} />
        {people[0] && <Person who={people[0]} about={s.w12} />}
      </Row>
      <TalkPart />
      <TablePart />
    </section>
  )
}

function Buttons() {
  const [open, setOpen] = useState<'dialog' | 'panel' | null>(null)
  return (
    <Row name={s.w13}>
      <Button variant="primary">{s.w40}</Button>
      <Button onClick={() => setOpen('dialog')}>{s.w41}</Button>
      <Button onClick={() => setOpen('panel')}>{s.w42}</Button>
      <Button variant="quiet" onClick={() => toast(s.w36, () => undefined)}>
        {s.w43}
      </Button>
      <Button variant="primary" busy>
        {s.w44}
      </Button>
      <Button variant="danger">{s.w45}</Button>
      <Button variant="note" size="sm">
        {s.w46}
      </Button>
      <ActionButton refusal={refusal} variant="primary" side="start" onClick={() => undefined}>
        {s.w47}
      </ActionButton>
      {open === 'dialog' && (
        <Dialog title={s.w14} onClose={() => setOpen(null)} foot={<Button variant="primary">{s.w48}</Button>}>
          <TextInput label={s.w15} />
        </Dialog>
      )}
      {open === 'panel' && (
        <SidePanel title={s.w16} page="/dev/parts" onClose={() => setOpen(null)}>
          <TextInput label={s.w17} />
        </SidePanel>
      )}
    </Row>
  )
}

const Chips = () => (
  <Row name={s.w18}>
    <FilledChip filled={2} of={2}>
      {s.w49}
    </FilledChip>
    <FilledChip filled={0} of={1}>
      {s.w50}
    </FilledChip>
    <Chip tone="bad" icon={<IconFlame size={12} stroke={1.75} />}>
      {s.w51}
    </Chip>
    <Chip tone="good">{s.w52}</Chip>
    <Chip tone="note" icon={<IconAlertCircle size={12} stroke={1.75} />}>
      {s.w53}
    </Chip>
    <Chip tone="accent">{s.w54}</Chip>
    <Chip tone="outline">{s.w55}</Chip>
    <FilterChip label={s.w19} />
    <FilterChip label={s.w20} value={s.w21} onClear={() => undefined} />
    <FilterChip label={s.w22} trouble />
  </Row>
)

const Fields = () => (
  <Row name={s.w23}>
    <TextInput placeholder={s.w24} />
    <TextInput defaultValue={s.w25} />
    <TextInput defaultValue={s.w26} error={s.w27} />
    <Select data={['BYN', 'RUB']} defaultValue="BYN" />
    <Checkbox label={s.w28} defaultChecked />
  </Row>
)
