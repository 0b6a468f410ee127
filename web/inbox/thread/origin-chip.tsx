import { IconMailShare, IconRobot } from '@tabler/icons-react'
import type { Message } from '#contract/inbox/conversations.ts'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'

/** Whether a machine wrote it, ours too, or one of ours in another program. */
export function OriginChip({ message: { side, machine, member } }: { message: Message }) {
  if (machine) return <Chip icon={<IconRobot size={12} stroke={1.75} />}>{t(`inbox.machine.${machine}`)}</Chip>
  if (side !== 'out' || member) return null
  return <Chip icon={<IconMailShare size={12} stroke={1.75} />}>{t('inbox.elsewhere')}</Chip>
}
