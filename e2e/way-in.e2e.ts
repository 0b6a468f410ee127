import type { Page } from '@playwright/test'
import { COMPANY, comeBy, movingIn, register } from './moving-in/cast.ts'
import { linkOfLetter } from './moving-in/heads.ts'
import { addPasted, comeIn } from './moving-in/performers.ts'
import { type Count, counting } from './moving-in/count.ts'
import { treeSeenBy } from './moving-in/tree.ts'
import { expect } from './story.ts'

const OWNER = 'Анна Владимировна'
const HEADS = ['Ольга Санько', 'Дмитрий Левчук'] as const
const REPORTS = {
  [HEADS[0]]: ['Ирина Мороз', 'Глеб Савич', 'Вера Лис'],
  [HEADS[1]]: ['Нина Гай', 'Олег Кот'],
}
const POOLS = {
  Электрики: ['Павел Жук', 'Игорь Лисовский', 'Степан Рак', 'Юрий Ковш', 'Антон Шпак', 'Руслан Вега', 'Лев Гром'],
  Сантехники: ['Денис Рудько', 'Фёдор Мех', 'Захар Пинчук', 'Тарас Бондарь', 'Марат Сом'],
}

/** What it may take at most; docs/figures.md tells what it takes. */
const BARS = { company: { clicks: 26, screens: 20 }, each: { clicks: 1, screens: 2 } }

movingIn(
  'S13 S18 S21 S24: from nothing to a company of twenty with a tree and pools, its clicks and screens counted',
  async ({ atDesk, onPhone, letters }) => {
    const owner = await atDesk('owner')
    const leading = await counting(owner)
    await register(owner, COMPANY, OWNER, 'anna@example.test')
    await inviteFromTable(owner, [
      `${HEADS[0]}\tolga@example.test\tМенеджер\tМастер\tЭлектрики`,
      `${HEADS[1]}\tdmitry@example.test\tМенеджер\tМастер\tСантехники`,
    ])

    const joining: Count[] = []
    for (const [head, email] of [
      [HEADS[0], 'olga@example.test'],
      [HEADS[1], 'dmitry@example.test'],
    ] as const) {
      const page = await atDesk(email)
      const his = await counting(page)
      await comeBy(page, await linkOfLetter(letters, email))
      await inviteFromTable(
        page,
        REPORTS[head].map((name, at) => `${name}\t${addressOf(head, at)}\tСотрудник\t\t`),
      )
      leading.add(await his.now())
      for (const [at] of REPORTS[head].entries()) {
        const phone = await onPhone(addressOf(head, at))
        const own = await counting(phone)
        await comeBy(phone, await linkOfLetter(letters, addressOf(head, at)))
        joining.push(await own.now())
      }
    }

    const links = await addFromTable(owner)
    const phone = await onPhone('performers')
    const theirs = await counting(phone)
    for (const [name, link] of links) await comeIn(phone, name, link)
    const performers = await theirs.now()

    const whole = await leading.now()
    const each = joining.reduce((most, one) => (one.clicks > most.clicks ? one : most))
    process.stdout.write(
      `the company's own: ${words(whole)}; each of the staff: ${words(each)}; twelve performers: ${words(performers)}\n`,
    )
    expect(await treeSeenBy(owner)).toEqual(expectedTree())
    await owner.goto('/pools')
    for (const pool of Object.keys(POOLS)) await expect(owner.getByRole('main').getByText(pool).first()).toBeVisible()
    expect(whole.clicks).toBeLessThanOrEqual(BARS.company.clicks)
    expect(whole.screens).toBeLessThanOrEqual(BARS.company.screens)
    expect(each.clicks).toBeLessThanOrEqual(BARS.each.clicks)
    expect(performers.clicks).toBeLessThanOrEqual(links.size)
  },
)

const addressOf = (head: string, at: number): string => `${head === HEADS[0] ? 'electro' : 'water'}${at}@example.test`
const words = ({ clicks, screens }: Count): string => `${clicks} clicks on ${screens} screens`

function expectedTree(): Record<string, string | null> {
  return {
    [OWNER]: null,
    ...Object.fromEntries(HEADS.map((head) => [head, OWNER])),
    ...Object.fromEntries(HEADS.flatMap((head) => REPORTS[head].map((name) => [name, head]))),
  }
}

/** The list of staff, pasted as it was copied from a table. */
async function inviteFromTable(page: Page, lines: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Настройки' }).click()
  await page.getByRole('link', { name: 'Сотрудники и приглашения' }).click()
  await page.getByRole('button', { name: 'Списком' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Список').fill(['Имя\tПочта\tРоль\tДолжность\tПул', ...lines].join('\n'))
  await dialog.getByRole('button', { name: 'Проверить' }).click()
  await dialog.getByRole('button', { name: /^Пригласить \d+/ }).click()
  await dialog.getByRole('button', { name: 'Готово' }).click()
}

/** Performers with their pools, pasted; gives their links by name. */
async function addFromTable(page: Page): Promise<Map<string, string>> {
  const rows = Object.entries(POOLS).flatMap(([pool, names], of) =>
    names.map((name, at) => `${name}\t8 029 640-1${of}-2${at}\t${of ? 'сантехник' : 'электрик'}\t25,50\t${pool}`),
  )
  await page.getByRole('link', { name: 'Исполнители' }).click()
  await page.getByRole('link', { name: 'Списком' }).click()
  return addPasted(page, ['Имя\tТелефон\tСпециальности\tСтавка\tПул', ...rows].join('\n'))
}
