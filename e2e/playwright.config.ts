import { defineConfig } from '@playwright/test'
import { findChromium } from '#test/chromium.ts'

const chromium = await findChromium()

/** Stories that begin with nothing; the others have the demo company. */
const FROM_NOTHING = ['api-docs', 'company-moves-in', 'main-road', 'order-by-webchat', 'way-in', 'site-chat/*'].map(
  (name) => `**/${name}.e2e.ts`,
)

/** Browser stories: one test is one story, walked on a product of its own. */
export default defineConfig({
  testDir: '.',
  globalSetup: './made-once.ts',
  // Tests of a file lean on nothing of each other. The longest stories stand first in either part, so that the last ones
  // to end are short; and while the demo company is made for one worker, the other has what to do.
  fullyParallel: true,
  projects: [
    { name: 'from nothing', testMatch: FROM_NOTHING },
    { name: 'demo', testMatch: '**/*.e2e.ts', testIgnore: FROM_NOTHING },
  ],
  outputDir: '../test-results',
  // A story waits for its product and its browser in turns: two at a time keep two cores busy.
  workers: 2,
  timeout: 600_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  forbidOnly: true,
  use: {
    launchOptions: {
      executablePath: chromium.executablePath,
      args: chromium.args,
      env: { ...(process.env as Record<string, string>), ...chromium.env },
    },
    locale: 'ru-RU',
    timezoneId: 'Europe/Minsk',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // Nothing is written along: copying each page before and after each step takes a quarter of what the browser takes, and
    // where a story fails, it tells how it stood (story.ts). For one story: `node scripts/test.ts e2e NAME --trace on`.
    trace: 'off',
  },
})
