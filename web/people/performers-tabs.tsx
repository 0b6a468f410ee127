import { t } from '#web/platform/words.ts'
import { TabLinks } from '#web/ui/tabs.tsx'

/** «Исполнители» from two sides: who they are, and how busy they are. */
export const PerformersTabs = () => (
  <TabLinks
    label={t('nav.performers')}
    links={[
      { to: '/performers', name: t('performers.people_tab') },
      { to: '/performers/load', name: t('load.heading') },
    ]}
  />
)
