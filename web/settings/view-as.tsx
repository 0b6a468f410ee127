import { useState } from 'react'
import { IconEye } from '@tabler/icons-react'
import { beginToView } from '#web/identity/viewing/viewing.ts'
import { PersonSelect } from '#web/people/person-select.tsx'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toastProblem } from '#web/ui/over/toast.tsx'
import { submitting } from '#web/ui/submit.ts'
import css from './roles.module.css'
import settings from './settings.module.css'

/** «Посмотреть как…»: everything as a person of the company sees it. */
export function ViewAs() {
  const [who, setWho] = useState<string | null>(null)
  const begin = () => who && beginToView({ member_id: who }).catch(toastProblem)
  return (
    <section>
      <h2>{t('viewing.heading')}</h2>
      <p className={settings.hint}>{t('viewing.hint')}</p>
      <form className={css.view} onSubmit={submitting(() => void begin())}>
        <PersonSelect
          label={t('viewing.whom')}
          silent
          anybody
          value={who}
          fits={({ can }) => can.view === null}
          onChange={(id) => setWho(id)}
        />
        <Button type="submit" icon={<IconEye size={16} stroke={1.75} />} disabled={!who}>
          {t('viewing.begin')}
        </Button>
      </form>
    </section>
  )
}
