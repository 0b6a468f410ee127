import type { Page } from '@playwright/test'
import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

/** As an accountant's program leaves it: a title above the table, Windows-1251, two rows that cannot be right. */
const TABLE = [
  'Клиенты на 24.11.2026;;;;;',
  'Клиент;УНП;Контактное лицо;Телефон;Адрес объекта;Район',
  'ООО «Пекарня на Комаровке»;;Ирина Ковалёва;8 029 611-22-33;Минск, ул. Веры Хоружей, 8;Советский',
  'Гостиница «Юбилейная»;;Павел Лис;80296112244;Минск, пр. Победителей, 19;Центральный',
  'ООО «Белтехимпорт»;;Олег Радкевич;;Минск, ул. Лесная, 1;Фрунзенский',
  'ООО «Без цифр»;;Вера;не помню;;',
  ';;;80296112255;;',
].join('\r\n')

const LETTERS = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя'
const OTHERS: Record<string, number> = { ё: 0xb8, Ё: 0xa8, '«': 0xab, '»': 0xbb }

function inWindows1251(text: string): Buffer {
  const byte = (letter: string): number => {
    const at = LETTERS.indexOf(letter)
    return at >= 0 ? 0xc0 + at : (OTHERS[letter] ?? letter.charCodeAt(0))
  }
  return Buffer.from(text.split('').map(byte))
}

const hold = (page: Page, column: string) => page.getByRole('combobox', { name: `Что в столбце «${column}»` })

inDemo(
  'S88 IMP-1 IMP-4 IMP-6 IMP-9: the owner brings a table in, sees what is wrong in it, and takes it back',
  async ({ atDesk, onPhone, shot }) => {
    const anna = await atDesk('anna')
    await signIn(anna, 'anna@gorodservis.example')
    await anna.goto('/counterparties')
    await anna.getByRole('link', { name: 'Импорт', exact: true }).click()
    await expect(anna.getByRole('heading', { name: 'Импорт контрагентов' })).toBeVisible()
    await shot(anna, 'import-first')
    await anna
      .getByLabel('Файл', { exact: true })
      .setInputFiles({ name: 'Клиенты.csv', mimeType: 'text/csv', buffer: inWindows1251(TABLE) })

    // The letters, the row of names under the title and the columns are known; one column more is taken.
    await expect(anna.getByRole('heading', { level: 1 })).toContainText('Клиенты.csv')
    await expect(hold(anna, 'Клиент')).toHaveValue('Контрагент')
    await expect(hold(anna, 'Телефон')).toHaveValue('Телефон')
    await expect(anna.getByText('CSV, Windows-1251')).toBeVisible()
    await expect(hold(anna, 'Район')).toHaveValue('Не брать')
    await hold(anna, 'Район').click()
    await anna.getByRole('option', { name: 'Заметка' }).click()
    await expect(anna.getByText('Берём 6 из 6 столбцов')).toBeVisible()
    await shot(anna, 'import-columns')
    await anna.getByRole('button', { name: 'Проверить строки' }).click()

    await expect(anna.getByText('2 строки с ошибками не загрузятся')).toBeVisible()
    await expect(anna.getByText('Номер «не помню» не похож на телефон')).toBeVisible()
    await expect(anna.getByText('Не указано, кто это')).toBeVisible()
    const saved = anna.waitForEvent('download')
    await anna.getByRole('link', { name: 'Скачать с причинами' }).click()
    expect((await saved).suggestedFilename()).toBe('Строки с замечаниями.xlsx')
    await anna.getByRole('tab', { name: /Новые/ }).click()
    await expect(anna.getByText('Гостиница «Юбилейная»')).toBeVisible()
    await shot(anna, 'import-check')

    const phone = await onPhone('anna')
    await signIn(phone, 'anna@gorodservis.example')
    await phone.goto(new URL(anna.url()).pathname)
    await expect(phone.getByText('Не указано, кто это')).toBeVisible()
    await shot(phone, 'import-phone')
    await phone.getByRole('button', { name: 'Изменить столбцы' }).click()
    await expect(hold(phone, 'Район')).toHaveValue('Заметка')

    await anna.getByRole('button', { name: 'Загрузить 3 строки' }).click()
    await expect(anna.getByText('Импорт выполнен')).toBeVisible()
    await anna.getByRole('tab', { name: /Новые/ }).click()
    await anna.getByRole('link', { name: 'ООО «Пекарня на Комаровке»' }).click()
    await expect(anna.getByRole('heading', { level: 1 })).toContainText('Пекарня на Комаровке')
    await expect(anna.getByText('ул. Веры Хоружей, 8').first()).toBeVisible()
    await expect(anna.getByText('Советский').first()).toBeVisible()
    await anna.goBack()

    await anna.getByRole('button', { name: 'Отменить импорт' }).click()
    const dialog = anna.getByRole('dialog', { name: 'Отменить этот импорт?' })
    await shot(anna, 'import-undo')
    await dialog.getByRole('button', { name: 'Отменить импорт' }).click()
    await expect(anna.getByText('Импорт отменён')).toBeVisible()
    await anna.getByRole('link', { name: 'К контрагентам' }).click()
    await expect(anna.getByText('ООО «Белтехимпорт»')).toBeVisible()
    await expect(anna.getByText('ООО «Пекарня на Комаровке»')).toHaveCount(0)
    await anna.goto('/counterparties/import')
    await expect(anna.getByRole('row', { name: /Клиенты\.csv/ })).toContainText('Отменён')
    await shot(anna, 'import-list')
  },
)
