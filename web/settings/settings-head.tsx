import type { ReactNode } from 'react'
import { useRight } from '#web/app/me.ts'
import { t } from '#web/platform/words.ts'
import { PageHead } from '#web/ui/page-head.tsx'
import { TabLinks } from '#web/ui/tabs.tsx'

/** The head of all settings: each part has an address of its own. */
export function SettingsHead({ acts }: { acts?: ReactNode }) {
  const right = useRight()
  return (
    <PageHead title={t('nav.settings')} acts={acts}>
      <TabLinks
        label={t('nav.settings')}
        links={[
          { to: '/settings', name: t('settings.company') },
          { to: '/settings/people', name: t('staff.heading') },
          { to: '/settings/channels', name: t('settings.channels') },
          { to: '/settings/specialities', name: t('performer.specialities') },
          { to: '/settings/absences', name: t('settings.absences') },
          { to: '/settings/calendar', name: t('settings.calendar') },
          { to: '/settings/roles', name: t('roles.tab') },
          ...(right('dialogues.read') ? [{ to: '/settings/reply-templates', name: t('settings.templates') }] : []),
          ...(right('company.settings') ? [{ to: '/settings/security', name: t('secure.tab') }] : []),
          ...(right('mail.read') ? [{ to: '/settings/outbox', name: t('outbox.heading') }] : []),
          { to: '/profile', name: t('settings.profile') },
        ]}
      />
    </PageHead>
  )
}
