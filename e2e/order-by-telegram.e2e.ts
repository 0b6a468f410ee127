import { type BotApi, openBotApi } from '#test/peers/bot-api.ts'
import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

/** The demo company with a Telegram of its own, in which the story's customer writes. */
const inTelegram = inDemo.extend<{ telegram: BotApi }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its parameter
  telegram: async ({}, use) => {
    const telegram = await openBotApi()
    await use(telegram)
    await telegram.close()
  },
  nearby: async ({ telegram }, use) => use({ TELEGRAM_API_URL: telegram.url }),
})

const MARIA = {
  id: 77_501,
  is_bot: false,
  first_name: 'Мария',
  last_name: 'Залесская',
  username: 'maria_z',
  language_code: 'ru',
}
const CHAT = { id: MARIA.id, type: 'private', first_name: MARIA.first_name, last_name: MARIA.last_name }

inTelegram(
  'S26, S27, S37: a bot is connected and answers by itself, a customer writes to it with a photo, an order is made of it and its number goes back',
  async ({ telegram, atDesk, shot }) => {
    const anna = await atDesk('anna')
    await signIn(anna, 'anna@gorodservis.example')
    await anna.goto('/settings/channels')
    await anna.getByRole('button', { name: 'Подключить: Telegram' }).click()
    await anna.getByLabel('Ключ бота').fill(telegram.token)
    await anna.getByRole('button', { name: 'Проверить и подключить' }).click()
    const card = anna.getByRole('listitem').filter({ hasText: '@remont_bot' })
    await expect(card).toContainText('Работает')
    await card.getByRole('button', { name: 'Автоответ: @remont_bot' }).click()
    await anna.getByRole('checkbox', { name: 'Отвечать автоматически' }).check()
    await expect(anna.getByRole('dialog')).toContainText('Здравствуйте, Анна! Мы получили ваше сообщение')
    await shot(anna, 'telegram-auto-reply')
    await anna.getByRole('button', { name: 'Сохранить' }).click()
    await expect(card).toContainText('Автоответ: на новые обращения')

    const now = Math.floor(Date.now() / 1000)
    const said = (message_id: number, more: object) =>
      telegram.happens({ message: { message_id, date: now, chat: CHAT, from: MARIA, ...more } })
    said(1, { text: '/start' })
    said(2, { text: 'Здравствуйте! Течёт кран на кухне, Филипенко 12, квартира 5. Нужен сантехник.' })
    const file_id = telegram.holds('photos/kran.png', await anna.screenshot())
    said(3, { photo: [{ file_id, file_unique_id: 'u1', width: 192, height: 192 }], caption: 'вот здесь' })
    const greeted = await telegram.called('sendMessage')
    expect(greeted.given['text']).toMatch(/^Здравствуйте, Мария Залесская! Мы получили ваше сообщение/)

    await anna.goto('/contacts')
    await anna
      .getByRole('button', { name: /Мария Залесская/ })
      .first()
      .click()
    const words = anna.getByRole('log')
    await expect(words).toContainText('Течёт кран на кухне')
    await expect(words).toContainText('автоответ')
    await expect(words.getByRole('img').first()).toBeVisible()
    await shot(anna, 'telegram-dialogue')

    await anna.getByRole('button', { name: 'Создать заказ' }).first().click()
    const order = anna.getByRole('region', { name: 'Новый заказ' })
    for (const box of await anna.getByLabel('Взять в заказ').all()) await box.check()
    await expect(order).toContainText('Приложим 1 файл')
    await shot(anna, 'telegram-order')
    await order.getByRole('button', { name: /Создать/ }).click()

    const answer = anna.getByRole('textbox', { name: 'Сообщение заказчику' })
    await expect(answer).toHaveValue(/заказ № \d+/)
    await answer.press('Control+Enter')
    const sent = await telegram.called('sendMessage')
    expect(sent.given['chat_id']).toBe(MARIA.id)
    expect(sent.given['text']).toMatch(/заказ № \d+/)
    await expect(words).toContainText('отправлено')
    await shot(anna, 'telegram-answered')

    await anna.goto('/settings/channels')
    await expect(card).toContainText('Последнее исходящее')
    await shot(anna, 'telegram-channel')
  },
)
