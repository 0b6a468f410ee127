import { Bone, Bones } from '#web/ui/state.tsx'
import css from './thread.module.css'

/** A dialogue that is still to come: its head, words of both sides, the place to write. */
export const ThreadBones = () => (
  <div className={css.thread}>
    <Bones>
      <div className={css.bones}>
        <Bone w={180} h={16} />
        <Bone w="62%" h={48} />
        <Bone w="48%" h={32} />
        <Bone w="70%" h={64} />
      </div>
    </Bones>
  </div>
)
