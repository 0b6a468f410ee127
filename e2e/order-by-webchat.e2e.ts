import { connectChannel } from '#contract/inbox/channels.ts'
import { usualWebChat } from '#contract/inbox/web-chat.ts'
import { administer } from '#test/cluster.ts'
import { movingIn as test, register } from './moving-in/cast.ts'
import { openSite } from './site-chat/site.ts'
import { expect } from './story.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Five minutes pass: what waits in the queue is due. */
const LATER = `update graphile_worker._private_jobs set run_at = now() where run_at > now();`

test('S37: an order by the chat on a site: words with a photo, the number in the widget, and a letter to who has left', async ({
  product,
  cluster,
  letters,
  atDesk,
  onPhone,
  shot,
}) => {
  let line = ''
  const site = await openSite(product.url, () => line)
  const manager = await atDesk('manager')
  await register(manager, 'ЧистоГрад', 'Анна Владимировна', 'anna@example.test')
  const settings = { ...usualWebChat, title: 'ЧистоГрад', sites: [site.origin], hours: 'always' }
  const asked = await manager.request.post(`/api${connectChannel.path}`, {
    data: { kind: 'web_chat', settings, secrets: {} },
  })
  const { id } = (await asked.json()) as { id: string }
  line = `<script src="${product.url}/chat/${id}.js" async></script>`

  const visitor = await onPhone('visitor')
  await visitor.goto(`${site.origin}/klining`)
  await visitor.getByRole('button', { name: 'Открыть чат' }).click()
  const chat = visitor.getByRole('dialog', { name: 'ЧистоГрад' })
  await chat.getByLabel('Сообщение').fill('Нужна уборка после ремонта, Филипенко 12')
  await chat.locator('input[type=file]').setInputFiles({ name: 'Кухня.png', mimeType: 'image/png', buffer: PNG })
  // What comes while the manager's page still loads is not missed by it.
  const hearing = Promise.withResolvers<void>()
  await manager.route('**/api/live*', (route) => hearing.promise.then(() => route.continue()))
  await manager.goto('/contacts')
  await expect(manager.getByText('Пока никто не написал')).toBeVisible()
  await chat.getByRole('button', { name: 'Отправить' }).click()
  await expect(chat.getByText('Отправляется')).toBeHidden()
  await expect(chat.getByRole('img', { name: 'Фото: Кухня.png' })).toBeVisible()
  hearing.resolve()

  await manager.getByRole('button', { name: /Гость \d+/ }).click()
  await expect(manager.getByRole('log').getByText('Нужна уборка после ремонта')).toBeVisible()
  await expect(manager.getByText('Сайт, страница «Клининг»').first()).toBeVisible()
  await manager.getByRole('button', { name: 'Создать заказ из этого сообщения' }).click()
  const entry = manager.getByRole('region', { name: 'Новый заказ' })
  await expect(entry.getByText('Прочитано из слов')).toBeVisible()
  await entry.getByRole('combobox', { name: 'Заказчик' }).fill('ЖСПК «Филипенко 12»')
  await shot(manager, 'order-by-webchat')
  await entry.getByRole('button', { name: 'Создать заказ' }).click()
  const words = manager.getByLabel('Сообщение заказчику…')
  await expect(words).toHaveValue(/^Приняли вашу заявку, заказ № \d+\.$/)
  await manager.getByRole('button', { name: 'Отправить', exact: true }).click()
  // Nobody has loaded anything anew.
  await expect(chat.getByText(/Приняли вашу заявку, заказ № \d+\./)).toBeVisible()
  await expect(manager.getByRole('log').getByText(/прочитано/i)).toBeVisible()
  await shot(visitor, 'order-by-webchat-visitor')

  await chat.getByRole('textbox', { name: 'Почта' }).fill('petr@example.test')
  await chat.getByRole('button', { name: 'Сохранить' }).click()
  await expect(chat.getByText('petr@example.test')).toBeVisible()
  // He leaves in the same moment: what he has said arrives nevertheless.
  await visitor.goto('about:blank')
  await expect(manager.getByRole('log').getByText('petr@example.test')).toBeVisible()
  await words.fill('Приедем завтра к десяти')
  await manager.getByRole('button', { name: 'Отправить', exact: true }).click()
  await expect(words).toHaveValue('')
  const hasCome = async () => {
    await administer(cluster.url('moving_in'), LATER)
    return letters.has('petr@example.test')
  }
  // Two jobs, one after the other, each taken by a worker that shares its cores with another story.
  await expect.poll(hasCome, { timeout: 30_000 }).toBe(true)
  const { text = '', subject } = await letters.letterTo('petr@example.test')
  expect(subject).toContain('ЧистоГрад')
  expect(text).toContain('Приедем завтра к десяти')

  // The letter leads back to the page, on another device, with the whole conversation.
  const back = /http\S+#naryad-chat=\S+/.exec(text)?.[0] ?? ''
  const elsewhere = await atDesk('elsewhere')
  await elsewhere.goto(back)
  const again = elsewhere.getByRole('dialog', { name: 'ЧистоГрад' })
  await expect(again.getByText('Приедем завтра к десяти')).toBeVisible()
  await expect(again.getByText('Нужна уборка после ремонта, Филипенко 12')).toBeVisible()
  expect(elsewhere.url()).not.toContain('naryad-chat')
  await site.close()
})
