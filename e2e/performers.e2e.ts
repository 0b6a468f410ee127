import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

inDemo(
  'S1 S2 S9 S24: who is free and whose permits run out is seen in the list; his page has load, hours, returns and papers',
  async ({ atDesk, shot }) => {
    const [olga, irina] = [await atDesk('olga'), await atDesk('irina')]
    await signIn(olga, 'olga@gorodservis.example')

    // The list: filtered and sorted by its address.
    await olga.goto('/performers')
    await olga.getByRole('button', { name: 'Удостоверения' }).click()
    await olga.getByRole('menuitem', { name: 'Истекли', exact: true }).click()
    await expect(olga).toHaveURL(/certificates=expired/)
    await expect(olga.getByRole('row', { name: /Игорь Лисовский/ })).toContainText('истекло 1 удостоверение')
    await olga.goto('/performers?sort=load&desc=1')
    await expect(olga.getByRole('columnheader', { name: 'Сегодня' })).toHaveAttribute('aria-sort', 'descending')
    await expect(olga.getByRole('row', { name: /Михаил Лис/ })).toContainText('Доступ приостановлен')
    await shot(olga, 'performers-list')

    // His page.
    await olga.getByRole('row', { name: /Павел Жук/ }).click()
    await olga.getByRole('link', { name: 'Открыть страницу' }).click()
    await expect(olga.getByRole('table', { name: 'Загрузка на четыре недели' })).toBeVisible()
    await olga.getByRole('tab', { name: /^Возвраты/ }).click()
    await expect(olga.getByText(/^Возвращали \d+ задач/)).toBeVisible()

    // A new permit, and a paper that only those who lead him see.
    await olga.getByRole('button', { name: 'Добавить удостоверение' }).click()
    const form = olga.getByRole('dialog', { name: 'Новое удостоверение' })
    await form.getByRole('combobox', { name: 'Что это' }).fill('Удостоверение стропальщика')
    await form.getByRole('button', { name: 'Сохранить' }).click()
    await expect(form).toBeHidden()
    await expect(olga.getByText('Удостоверение стропальщика')).toBeVisible()
    await olga.getByRole('tab', { name: 'Документы' }).click()
    const file = { name: 'Договор № 21.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 договор') }
    await olga.locator('input[type=file]').setInputFiles(file)
    const dialog = olga.getByRole('dialog', { name: 'Новый документ' })
    await expect(dialog.getByLabel('Название')).toHaveValue('Договор № 21')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await expect(olga.getByRole('link', { name: 'Договор № 21' })).toBeVisible()
    await shot(olga, 'performer-papers')
    await olga.getByRole('tab', { name: 'История' }).click()
    await expect(olga.getByText('новое удостоверение «Удостоверение стропальщика»')).toBeVisible()

    await signIn(irina, 'irina@gorodservis.example')
    await irina.goto(new URL(olga.url()).pathname)
    await expect(irina.getByRole('tab', { name: 'Часы' })).toBeVisible()
    await expect(irina.getByRole('tab', { name: 'Документы' })).toHaveCount(0)
  },
)
