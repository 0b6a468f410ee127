import { parts } from '#words/ru/parts.ts'
import { phone } from '#words/ru/phone.ts'
import { portal } from '#words/ru/portal.ts'
import { problems } from '#words/ru/problems.ts'
import { rounds } from '#words/ru/rounds.ts'
import { time } from '#words/ru/time.ts'
import { startPhone } from '#web/ui/phone/start.tsx'
import { PortalApp } from './portal-app.tsx'

await startPhone(
  {
    ru: () => ({ ...time, ...parts, ...problems, ...phone, ...rounds, ...portal }),
    en: () => import('./words-en.ts').then(({ words }) => words),
  },
  <PortalApp />,
)
