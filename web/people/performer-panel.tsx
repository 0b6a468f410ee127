import { Suspense } from 'react'
import { getMember } from '#contract/people.ts'
import { useReply } from '#web/platform/ask.ts'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { Person } from '#web/ui/person.tsx'
import { RowBones } from '#web/ui/state.tsx'
import { PerformerCard } from './performer-card.tsx'
import css from './people.module.css'

type Props = { member_id: string; onClose: () => void }

/** A person beside the list. */
export function PerformerPanel({ member_id, onClose }: Props) {
  return (
    <SidePanel
      title={
        <Suspense fallback="…">
          <Name member_id={member_id} />
        </Suspense>
      }
      page={`/performers/${member_id}`}
      onClose={onClose}
    >
      <Suspense
        fallback={
          <div className={css.form}>
            <RowBones rows={6} />
          </div>
        }
      >
        <Card key={member_id} member_id={member_id} />
      </Suspense>
    </SidePanel>
  )
}

/** Of a card that was merged into another, the other. */
function Card({ member_id }: { member_id: string }) {
  const { id } = useReply(getMember, { member_id })
  return <PerformerCard key={id} member_id={id} />
}

const Name = ({ member_id }: { member_id: string }) => <Person who={useReply(getMember, { member_id })} />
