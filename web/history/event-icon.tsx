import { createElement } from 'react'
import {
  IconArrowBackUp,
  IconBan,
  IconBell,
  IconCamera,
  IconCertificate,
  IconCheckbox,
  IconCircleCheck,
  IconClock,
  IconCoin,
  IconFilePlus,
  IconFileText,
  IconLink,
  IconMessage,
  IconPencil,
  IconPlayerPlay,
  IconSend,
  IconThumbDown,
  IconThumbUp,
  IconUserPlus,
  IconUsers,
  IconWriting,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Entry } from '#contract/history.ts'
import { type Phase, PhaseMark, phases } from '#web/ui/phase.tsx'
import css from './history.module.css'

const ICONS: Record<string, TablerIcon> = {
  'order.created': IconFilePlus,
  'order.changed': IconPencil,
  'order.agreed': IconWriting,
  'order.priced': IconCoin,
  'order.demands_set': IconUsers,
  'order.task_given': IconUserPlus,
  'order.sent_to_acceptance': IconSend,
  'order.accepted': IconThumbUp,
  'order.customer_reminded': IconBell,
  'order.silence_broken': IconMessage,
  'order.rejected': IconThumbDown,
  'order.link_made': IconLink,
  'task.created': IconUserPlus,
  'task.accepted': IconCircleCheck,
  'task.declined': IconBan,
  'task.started': IconPlayerPlay,
  'task.done': IconCheckbox,
  'task.returned': IconArrowBackUp,
  'task.closed': IconCircleCheck,
  'task.cancelled': IconBan,
  'task.commented': IconMessage,
  'task.photo_added': IconCamera,
  'member.added': IconUserPlus,
  'member.joined': IconUserPlus,
  'member.taken_back': IconUserPlus,
  'member.left': IconBan,
  'member.suspended': IconBan,
  'member.resumed': IconPlayerPlay,
  'member.link_made': IconLink,
  'member.link_used': IconLink,
  'member.rate_set': IconCoin,
  'member.legal_form_set': IconWriting,
  'member.certificate_added': IconCertificate,
  'member.certificate_changed': IconCertificate,
  'member.certificate_removed': IconCertificate,
  'member.paper_added': IconFileText,
  'member.paper_removed': IconFileText,
  'member.paper_restored': IconFileText,
}

/** The mark of a fact: a change of phase wears the phase it came to. */
export function EventIcon({ entry: { name, facts } }: { entry: Entry }) {
  const to = phases.find((phase): phase is Phase => phase === facts['to_phase'])
  if (to && facts['from_phase'] !== to && name !== 'order.created') return <PhaseMark phase={to} />
  const look = { size: 14, stroke: 1.75, 'aria-hidden': true, ...(name === 'task.closed' && { className: css.good }) }
  return createElement(ICONS[name] ?? familyOf(name), look)
}

const familyOf = (name: string): TablerIcon =>
  name.startsWith('document.') ? IconFileText : name.includes('.time_') ? IconClock : IconPencil
