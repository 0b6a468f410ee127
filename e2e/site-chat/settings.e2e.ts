import { register } from '../moving-in/cast.ts'
import { onSite as test } from './site.ts'
import { expect } from '../story.ts'

test('S26 INB-63: the owner connects the chat, sees it as it will stand, and its line works on the named site only', async ({
  product,
  bareSite,
  atDesk,
  shot,
}) => {
  const owner = await atDesk('owner')
  await register(owner, 'ЧистоГрад', 'Анна Владимировна', 'anna@example.test')
  await owner.goto('/settings/site-chat')
  await owner.getByRole('button', { name: 'Добавить чат' }).click()
  const preview = owner.frameLocator('iframe[title="Предпросмотр"]')
  await expect(preview.getByRole('dialog', { name: 'ЧистоГрад' })).toBeVisible()
  await owner.getByLabel('Название').fill('Уборка от ЧистоГрада')
  await owner.getByLabel('Цвет').fill('#0a6e6a')
  await expect(preview.getByRole('dialog', { name: 'Уборка от ЧистоГрада' })).toBeVisible()
  await owner.getByText('Всегда', { exact: true }).click()
  await owner.getByLabel('Сайты').fill('ftp://site')
  await owner.getByRole('button', { name: 'Добавить чат' }).click()
  await expect(owner.getByText('«ftp://site» не похоже на адрес сайта')).toBeVisible()
  await owner.getByLabel('Сайты').fill(bareSite.site.origin)
  await owner.getByRole('button', { name: 'Добавить чат' }).click()
  const line = await owner.getByLabel('Строка для сайта').inputValue()
  expect(line).toMatch(/^<script src="http:\/\/127.0.0.1:\d+\/chat\/[0-9a-f-]{36}\.js" async><\/script>$/)
  expect(line).toContain(product.url)
  await expect(preview.getByRole('dialog', { name: 'Уборка от ЧистоГрада' })).toBeVisible()
  await shot(owner, 'site-chat-settings')
  await owner.emulateMedia({ colorScheme: 'dark' })
  await shot(owner, 'site-chat-settings-dark')
  await owner.getByRole('button', { name: 'Создать секрет' }).click()
  await expect(owner.getByLabel('Секрет', { exact: true })).toHaveValue(/^[0-9a-f]{64}$/)

  bareSite.put(line)
  const visitor = await atDesk('visitor')
  await visitor.goto(bareSite.site.origin)
  await visitor.getByRole('button', { name: 'Открыть чат' }).click()
  const chat = visitor.getByRole('dialog', { name: 'Уборка от ЧистоГрада' })
  await expect(chat.getByText('Обычно отвечаем за несколько минут')).toBeVisible()
  await visitor.goto(bareSite.site.origin.replace('localhost', '127.0.0.1'))
  await visitor.getByRole('button', { name: 'Открыть чат' }).click()
  // The browser hands no answer of ours to another site's page.
  await expect(visitor.getByRole('alert').getByText('Нет связи')).toBeVisible()
  await expect(visitor.getByText('Обычно отвечаем')).toBeHidden()

  await owner.setViewportSize({ width: 390, height: 844 })
  await owner.emulateMedia({ colorScheme: 'light' })
  await owner.reload()
  await expect(owner.getByLabel('Сайты')).toHaveValue(bareSite.site.origin)
  await shot(owner, 'site-chat-settings-390')
})
