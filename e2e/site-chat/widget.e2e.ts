import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import * as dialogues from '#contract/inbox/conversations.ts'
import { setWorkingWeek } from '#contract/time/schedules.ts'
import { callAt, type Person } from '#test/http.ts'
import { onSite as test, watchPolicy } from './site.ts'
import { expect } from '../story.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const opened = async (page: Page): Promise<ReturnType<Page['getByRole']>> => {
  await page.getByRole('button', { name: 'Открыть чат' }).click()
  return page.getByRole('dialog', { name: 'ЧистоГрад' })
}

/** The dialogue of the company, with its messages oldest first. */
async function dialogueOf(url: string, owner: Person) {
  const { body } = await callAt(url, owner, { at: dialogues.listConversations, input: {} })
  const conversation_id = body.rows[0]!.id
  const { body: page } = await callAt(url, owner, { at: dialogues.listMessages, input: { conversation_id } })
  return { conversation_id, messages: page.rows.toReversed() }
}

const answer = (url: string, owner: Person, input: { conversation_id: string; text: string }) =>
  callAt(url, owner, { at: dialogues.answerConversation, input })

test('INB-68: on a foreign page under a strict policy a visitor writes, sends a picture and is answered', async ({
  product,
  chatOn,
  atDesk,
  shot,
}) => {
  const { site, owner } = await chatOn()
  const page = await atDesk('visitor')
  const stopped = await watchPolicy(page)
  await page.goto(`${site.origin}/klining`)
  const chat = await opened(page)
  await expect(chat.getByText('Здравствуйте! Напишите, чем помочь.')).toBeVisible()
  // The page's styles, all of them with !important, do not reach it.
  const title = chat.getByText('ЧистоГрад', { exact: true })
  expect(await title.evaluate((at) => [getComputedStyle(at).fontSize, getComputedStyle(at).color])).toEqual([
    '16px',
    'rgb(255, 255, 255)',
  ])

  await chat.getByLabel('Сообщение').fill('Сколько стоит уборка?\nhttps://example.by/plan')
  await page.keyboard.press('Enter')
  await expect(chat.getByRole('link', { name: 'https://example.by/plan' })).toHaveAttribute('rel', /noopener/)
  await chat.locator('input[type=file]').setInputFiles({ name: 'Кухня.png', mimeType: 'image/png', buffer: PNG })
  await chat.getByRole('button', { name: 'Отправить' }).click()
  const picture = chat.getByRole('img', { name: 'Фото: Кухня.png' })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1)

  // The picture is shown here before it has arrived there.
  const arrived = async () =>
    (await dialogueOf(product.url, owner)).messages.map(({ text, files }) => [text, files.length])
  await expect.poll(arrived).toEqual([
    ['Сколько стоит уборка?\nhttps://example.by/plan', 0],
    ['', 1],
  ])
  const { conversation_id } = await dialogueOf(product.url, owner)
  await answer(product.url, owner, { conversation_id, text: 'От ста рублей. Когда удобно?' })
  await expect(chat.getByText('От ста рублей. Когда удобно?')).toBeVisible()
  await expect(chat.getByText(/^Анна Владимировна, \d/)).toBeVisible()
  await expect.poll(async () => (await dialogueOf(product.url, owner)).messages.at(-1)?.delivery?.state).toBe('read')
  await shot(page, 'site-chat-desk')
  expect(await stopped()).toEqual([])
})

test('INB-61: closed, it counts what is unread; on the next page and after a reload the conversation is there', async ({
  product,
  chatOn,
  atDesk,
}) => {
  const { site, owner } = await chatOn()
  const page = await atDesk('visitor')
  await page.goto(`${site.origin}/klining`)
  const chat = await opened(page)
  await page.keyboard.type('Здравствуйте')
  await page.keyboard.press('Enter')
  await expect(chat.getByLabel('Почта')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(chat).toBeHidden()
  await expect(page.getByRole('button', { name: 'Открыть чат' })).toBeFocused()

  const { conversation_id } = await dialogueOf(product.url, owner)
  await answer(product.url, owner, { conversation_id, text: 'Добрый день!' })
  await expect(page.getByRole('button', { name: 'Открыть чат, новых сообщений: 1' })).toBeVisible()
  await expect
    .poll(async () => (await dialogueOf(product.url, owner)).messages.at(-1)?.delivery?.state)
    .toBe('delivered')

  await page.goto(`${site.origin}/about`)
  await page.getByRole('button', { name: 'Открыть чат, новых сообщений: 1' }).press('Enter')
  await expect(page.getByRole('dialog').getByText('Добрый день!')).toBeVisible()
  await expect.poll(async () => (await dialogueOf(product.url, owner)).messages.at(-1)?.delivery?.state).toBe('read')

  // Without the air the words wait, and go by themselves when it is back.
  await page.context().setOffline(true)
  await page.keyboard.type('Вы ещё здесь?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('Не отправлено. Повторить')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByRole('dialog').getByText('Не отправлено. Повторить')).toBeHidden({ timeout: 30_000 })
  await expect
    .poll(async () => (await dialogueOf(product.url, owner)).messages.map(({ text }) => text))
    .toEqual(['Здравствуйте', 'Добрый день!', 'Вы ещё здесь?'])

  // Words that never left a page go from the next one, once.
  await page.route('**/messages', (route) => route.abort())
  await page.keyboard.type('Перезвоните мне')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('Не отправлено. Повторить')).toBeVisible()
  await page.unroute('**/messages')
  await page.goto(`${site.origin}/klining`)
  const texts = async () => (await dialogueOf(product.url, owner)).messages.map(({ text }) => text)
  await expect.poll(texts).toEqual(['Здравствуйте', 'Добрый день!', 'Вы ещё здесь?', 'Перезвоните мне'])
  await page.reload()
  await expect((await opened(page)).getByText('Перезвоните мне')).toHaveCount(1)
  await expect(page.getByRole('dialog').getByText('Не отправлено. Повторить')).toBeHidden()
  expect(await texts()).toHaveLength(4)
})

test('INB-67 INB-68: on a phone it fills the screen; while nobody is there it asks how to answer; all of it is accessible', async ({
  product,
  chatOn,
  onPhone,
  shot,
}) => {
  const { site, owner } = await chatOn({ settings: { hours: 'calendar', away: 'Мы спим', colour: '#ffd400' } })
  // Whatever the day: the company works on one day of the week, which is not today and not tomorrow.
  const week = Array.from({ length: 7 }, (_, at) =>
    at === (new Date().getDay() + 2) % 7 ? { from: '09:00', to: '18:00', break_minutes: 60 } : null,
  )
  await callAt(product.url, owner, { at: setWorkingWeek, input: { week } })
  const page = await onPhone('visitor')
  await page.goto(`${site.origin}/klining`)
  const chat = await opened(page)
  await expect(chat.getByText(/^Сейчас не на связи. Вернёмся: \p{L}+, 09:00/u)).toBeVisible()
  const { width, height } = page.viewportSize()!
  await expect.poll(() => chat.boundingBox()).toEqual({ x: 0, y: 0, width, height })
  for (const button of await chat.getByRole('button').all()) {
    const box = await button.boundingBox()
    expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(40)
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).include('naryad-chat').setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${String(nodes[0]?.target)}`)).toEqual([])
    await shot(page, `site-chat-phone-${colorScheme}`)
  }
  await chat.getByLabel('Сообщение').fill('Нужна уборка после ремонта')
  await page.keyboard.press('Enter')
  await expect(chat.getByLabel('Телефон')).toHaveAttribute('aria-invalid', 'true')
  await expect(chat.getByLabel('Сообщение')).toHaveValue('Нужна уборка после ремонта')
  await chat.getByLabel('Телефон').fill('+375 29 640-11-22')
  await chat.getByRole('button', { name: 'Отправить' }).click()
  await expect(chat.getByText('+375 29 640-11-22')).toBeVisible()
  expect((await dialogueOf(product.url, owner)).messages.map(({ text }) => text)).toEqual([
    'Нужна уборка после ремонта\n\n+375 29 640-11-22',
  ])
})
