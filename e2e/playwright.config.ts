import { defineConfig } from '@playwright/test'
import { findChromium } from '#test/chromium.ts'

const chromium = await findChromium()

/** Browser stories: one file is one story, walked on a product of its own that was started on an empty folder. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
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
    // No film of each step: it is drawn by the same two cores, and kept only where a story fails.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: false },
  },
})
