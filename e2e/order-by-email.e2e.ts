import type { Locator, Page } from '@playwright/test'
import { simpleParser } from 'mailparser'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { Dovecot, hasDovecot } from '#test/peers/dovecot.ts'
import { type MailPeer, OwnPeer } from '#test/peers/mail-peers.ts'
import { PostOffice } from '#test/peers/post-office.ts'
import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

const ADDRESS = 'zayavki@gorodservis.example'

const OWNER = { user: ADDRESS, password: 'правильный' }

/** A server of mailboxes, how it says that a password is wrong, and what it noticed of its clients. */
type Peer = { make: () => MailPeer; refuses: string; faults?: (box: MailPeer) => readonly string[] }
const peers: Record<string, Peer> = {
  'our own IMAP server': {
    make: () => new OwnPeer(OWNER),
    refuses: 'Invalid credentials',
    faults: (box) => (box as OwnPeer).faults,
  },
  ...(hasDovecot() && { Dovecot: { make: () => new Dovecot(OWNER), refuses: 'Authentication failed' } }),
}

/** The demo company, whose mailbox lies at a server of IMAP and one of SMTP nearby. */
const inMailAt = ({ make, faults }: Peer) =>
  inDemo.extend<{ box: MailPeer; office: PostOffice }>({
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its parameter
    box: async ({}, use) => {
      const box = make()
      await box.open()
      await use(box)
      await box.remove()
      if (faults) expect(faults(box), 'what the protocol does not allow').toEqual([])
    },
    // oxlint-disable-next-line no-empty-pattern
    office: async ({}, use) => {
      const office = new PostOffice()
      Object.assign(office, OWNER)
      await office.open()
      await use(office)
      await office.close()
    },
    nearby: { ALLOWED_HOSTS: '127.0.0.1' },
  })

/** A letter as a mail program makes it. */
const letter = (mail: ConstructorParameters<typeof MailComposer>[0]): Promise<Buffer> =>
  new MailComposer({ to: ADDRESS, ...mail }).compile().build()

const NATALIA = 'Наталья Шевчук <shevchuk@radiozavod.example>'

async function fillServer(dialog: Locator, page: Page, name: string, port: number): Promise<void> {
  const server = dialog.getByRole('group', { name })
  await server.getByLabel('Имя сервера').fill('127.0.0.1')
  await server.getByRole('combobox', { name: 'Шифрование' }).click()
  await page.getByRole('option', { name: 'Без шифрования' }).click()
  await server.getByLabel('Порт').fill(String(port))
}

for (const [name, peer] of Object.entries(peers)) {
  const inMail = inMailAt(peer)
  inMail(
    `S26, S28, S37, INB-32, INB-35: a mailbox is connected, a letter with a file becomes an order, and its number goes back in the thread (${name})`,
    async ({ box, office, atDesk, shot }) => {
      inMail.setTimeout(300_000)
      const anna = await atDesk('anna')
      await signIn(anna, 'anna@gorodservis.example')
      await anna.goto('/settings/channels')
      await anna.getByRole('button', { name: 'Подключить: Почта' }).click()
      const dialog = anna.getByRole('dialog', { name: 'Подключить: Почта' })
      // Of a known provider an address is enough, and what it wants of a program is said before it is tried.
      await dialog.getByLabel('Адрес почты').fill('office@yandex.by')
      await expect(dialog).toContainText('Серверы: imap.yandex.ru:993, smtp.yandex.ru:465')
      await expect(dialog.getByRole('link', { name: 'создать пароль' })).toBeVisible()
      await shot(anna, 'mailbox-yandex')
      await dialog.getByLabel('Адрес почты').fill(ADDRESS)
      await expect(dialog).toContainText('По адресу серверы не нашлись')
      await fillServer(dialog, anna, 'Сервер входящих (IMAP)', box.port)
      await fillServer(dialog, anna, 'Сервер исходящих (SMTP)', office.port)
      const password = dialog.getByRole('textbox', { name: 'Пароль' })
      await password.fill('неправильный')
      await dialog.getByRole('button', { name: 'Проверить и подключить' }).click()
      await expect(password).toHaveAccessibleDescription(/Почта не пускает/)
      await expect(password).toBeFocused()
      await expect(dialog.getByRole('alert')).toContainText(peer.refuses)
      await shot(anna, 'mailbox-refused')
      await anna.emulateMedia({ colorScheme: 'dark' })
      await shot(anna, 'mailbox-refused-dark')
      await anna.emulateMedia({ colorScheme: 'light' })
      await password.fill('правильный')
      await dialog.getByRole('button', { name: 'Проверить и подключить' }).click()
      const card = anna.getByRole('listitem').filter({ hasText: ADDRESS })
      await expect(card).toContainText('Работает')
      await shot(anna, 'mailbox-connected')

      // The list is open when the letter comes.
      await anna.goto('/contacts')
      const of = (name: string) => anna.getByRole('button', { name: new RegExp(name) })
      await expect(of('Марина Ковалевич').first()).toBeVisible()
      const picture = { filename: 'Щит.png', content: await anna.screenshot() }
      const subject = 'Сработал автомат в корпусе Б'
      await box.deliver(
        await letter({
          from: NATALIA,
          subject,
          messageId: '<1.shchit@radiozavod.example>',
          text: 'Добрый день!\nПришлите двух электриков завтра к 12 на ул. Долгобродская, 40: выбивает автомат в щитовой корпуса Б.\n\n-- \nНаталья Шевчук, главный энергетик',
          attachments: [picture],
        }),
      )
      await of('выбивает автомат в щитовой').click()
      const words = anna.getByRole('log')
      await expect(words).toContainText('выбивает автомат в щитовой')
      await expect(words.getByRole('img', { name: /Щит/ })).toBeVisible()
      await shot(anna, 'mail-dialogue')

      await anna.getByRole('button', { name: 'Создать заказ из этого сообщения' }).last().click()
      const order = anna.getByRole('region', { name: 'Новый заказ' })
      await expect(order).toContainText('электрики × 2')
      await expect(order).toContainText('завтра 12:00')
      await expect(order).toContainText('ОАО «Минский радиозавод»')
      await expect(order).toContainText('Приложим 1 файл')
      await shot(anna, 'mail-order')
      await order.getByRole('button', { name: 'Создать заказ' }).click()
      const answer = anna.getByRole('textbox', { name: 'Сообщение заказчику' })
      await expect(answer).toHaveValue(/заказ № \d+/)
      const number = /№ (\d+)/.exec(await answer.inputValue())?.[1] ?? ''
      await answer.press('Control+Enter')

      const [sent] = await office.posted(1)
      const mail = await simpleParser(sent?.raw ?? '')
      expect(sent?.to).toEqual(['shevchuk@radiozavod.example'])
      expect([mail.inReplyTo, mail.subject]).toEqual(['<1.shchit@radiozavod.example>', `Re: ${subject}`])
      expect(mail.text).toContain(`заказ № ${number}`)
      expect(mail.text).toMatch(/^> Пришлите двух электриков завтра к 12/m)
      await expect(words).toContainText('отправлено')
      await expect.poll(async () => (await box.raws('Sent')).length).toBe(1)
      await shot(anna, 'mail-answered')

      // She answers in her mail program: the same dialogue, with what she quotes folded.
      const ours = {
        inReplyTo: mail.messageId ?? '',
        references: ['<1.shchit@radiozavod.example>', mail.messageId ?? ''],
      }
      const quoted = (mail.text ?? '').replaceAll(/^/gm, '> ')
      await box.deliver(
        await letter({
          from: NATALIA,
          ...ours,
          subject: `Re: ${subject}`,
          text: `Спасибо, ждём. Пропуска заказали.\n\n10.11.2026 12:00, ГородСервис пишет:\n${quoted}`,
        }),
      )
      await expect(words).toContainText('Пропуска заказали')
      await expect(words.getByRole('button', { name: 'Прежняя переписка' }).last()).toBeVisible()
      // Somebody else names the order and the letters of it: he does not get into this dialogue.
      await box.deliver(
        await letter({
          from: 'Игорь <igor@elsewhere.example>',
          ...ours,
          subject: `Re: ${subject} (заказ № ${number})`,
          text: `По заказу № ${number}: оплату просим перевести на другой счёт.`,
        }),
      )
      await of('Игорь').first().click()
      await expect(words).toContainText('оплату просим перевести')
      await expect(words).not.toContainText('Пропуска заказали')
      await expect(words).not.toContainText('Приняли вашу заявку')
      await shot(anna, 'mail-stranger')
      await of('Пропуска заказали').click()
      await expect(words).toContainText('Пропуска заказали')
      await expect(words).not.toContainText('оплату просим перевести')

      const about = anna.getByRole('complementary', { name: 'О собеседнике' })
      await about
        .getByRole('link', { name: new RegExp(`${number}|электрик`, 'i') })
        .first()
        .click()
      await expect(anna.getByText('Щит.png').first()).toBeVisible()
      await shot(anna, 'mail-order-card')

      // What is known is not asked again: another name, and the mailbox goes on with the same password.
      await anna.goto('/settings/channels')
      await anna.getByRole('button', { name: `Настроить: ${ADDRESS}` }).click()
      const changing = anna.getByRole('dialog', { name: `Настройки: ${ADDRESS}` })
      await expect(changing.getByRole('textbox', { name: 'Пароль' })).toHaveValue('')
      await changing.getByText('Дополнительно').click()
      await changing.getByLabel('Имя отправителя').fill('ГородСервис, заявки')
      await shot(anna, 'mailbox-change')
      await anna.setViewportSize({ width: 390, height: 844 })
      await shot(anna, 'mailbox-change-390')
      await changing.getByRole('button', { name: 'Проверить и сохранить' }).click()
      await expect(changing).toBeHidden()
      await expect(card).toContainText('Работает')
      await shot(anna, 'mailbox-390')
      await expect(anna.getByRole('link', { name: 'Подключить: Чат на сайте' })).toBeVisible()
      await anna.getByRole('link', { name: 'Подключить: Чат на сайте' }).click()
      await expect(anna.getByRole('heading', { level: 1 })).toHaveText('Чат на сайте')
    },
  )
}
