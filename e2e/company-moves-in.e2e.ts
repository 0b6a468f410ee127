import type { Page } from '@playwright/test'
import type { LetterBox } from '#test/letter-box.ts'
import { comeBy, COMPANY, movingIn, register, registerByLetter } from './moving-in/cast.ts'
import { askToJoin, inviteList, inviteOne, linkOfLetter, makeJoiningLink } from './moving-in/heads.ts'
import { addPerformer, addPerformers, comeIn, makePool } from './moving-in/performers.ts'
import { answer, inviteExpected, joinExpecting, printAgain, seesGone, settle, withdraw } from './moving-in/staff.ts'
import { seeAll, treeSeenBy } from './moving-in/tree.ts'
import { expect } from './story.ts'

const OWNER = 'Анна Владимировна'
const OLGA = 'Ольга Санько'
const DMITRY = 'Дмитрий Левчук'
const [IRINA, GLEB, VERA] = ['Ирина Мороз', 'Глеб Савич', 'Вера Лис']
const [NINA, OLEG, RITA] = ['Нина Гай', 'Олег Кот', 'Рита Бор']
const ELECTRICIANS = [
  'Павел Жук',
  'Игорь Лисовский',
  'Степан Рак',
  'Юрий Ковш',
  'Антон Шпак',
  'Руслан Вега',
  'Лев Гром',
]
const PLUMBERS = ['Денис Рудько', 'Фёдор Мех', 'Захар Пинчук', 'Тарас Бондарь']
const LAST = 'Марат Сом'

const TREE = {
  [OWNER]: null,
  [OLGA]: OWNER,
  [DMITRY]: OWNER,
  [IRINA]: OLGA,
  [GLEB]: OLGA,
  [VERA]: OLGA,
  [NINA]: OLGA,
  [OLEG]: DMITRY,
  [RITA]: DMITRY,
}

type Scene = {
  at: (who: string) => Promise<Page>
  keep: (page: Page, name: string) => Promise<void>
  owner: Page
  olga: Page
}

for (const size of ['desk', 'phone'] as const)
  movingIn(
    `S12–S18 S21 S24: a company of twenty-one moves in, in every way there is (${size})`,
    async ({ atDesk, onPhone, letters, letExpire, shot }) => {
      const at = size === 'desk' ? atDesk : onPhone
      const keep = (page: Page, name: string) => shot(page, `moving-in-${name}-${size}`)
      const [owner, olga, dmitry] = [await at('owner'), await at('olga'), await at('dmitry')]
      const scene = { at, keep, owner, olga }
      await register(owner, COMPANY, OWNER, 'anna@example.test')
      await inviteOne(owner, { name: OLGA, email: 'olga@example.test', position: 'Мастер', role: 'Менеджер' })
      await comeBy(olga, await linkOfLetter(letters, 'olga@example.test'))

      await reportsOfHead(scene)
      const late = await byCommonLink(scene)
      await afterExpiry(scene, letters, letExpire)

      // The head who comes late: invited from where he is expected; who waited stands under him then.
      await inviteExpected(owner, DMITRY)
      await comeBy(dmitry, await linkOfLetter(letters, 'dmitry@example.test'))
      await answer(dmitry, OLEG, 'Принять')
      await answer(dmitry, RITA, 'Да, мой сотрудник')
      await isInside(late)

      await performersAndPools(olga, dmitry, await onPhone('performers'))
      await keep(dmitry, 'pool')

      await owner.goto('/people/unconfirmed')
      await expect(owner.getByText('Все руководители подтверждены')).toBeVisible()
      expect(await treeSeenBy(owner)).toEqual(TREE)
      await seeAll(owner, Object.keys(TREE))
      await keep(owner, 'tree')
    },
  )

/** A head invites her own: by a link that she copies and by a list, one line of which is withdrawn; one names another head. */
async function reportsOfHead({ at, keep, owner, olga }: Scene): Promise<void> {
  const [irina, gleb, vera] = [await at('irina'), await at('gleb'), await at('vera')]
  await comeBy(irina, await inviteOne(olga, { name: IRINA }), { email: 'irina@example.test' })
  const listed = await inviteList(olga, `${GLEB}; gleb@example.test\n${VERA}; vera@example.test\nПётр Зуб`)
  await keep(olga, 'invited')
  await withdraw(olga, 'Пётр Зуб')
  await seesGone(gleb, listed.get('Пётр Зуб') ?? '')
  await comeBy(gleb, listed.get(GLEB) ?? '')
  await comeBy(vera, listed.get(VERA) ?? '', { head: OWNER })
  await answer(owner, VERA, 'Нет, не мой')
  await owner.goto('/people/unconfirmed')
  await expect(owner.getByText('Руководитель не согласен')).toBeVisible()
  await keep(owner, 'refused')
  await settle(owner, VERA, OLGA)
}

/** By the company's link: one names a head who is here, the other one who has not come yet and so waits outside. */
async function byCommonLink({ at, keep, owner, olga }: Scene): Promise<Page> {
  const common = await makeJoiningLink(owner)
  const [nina, oleg] = [await at('nina'), await at('oleg')]
  await askToJoin(nina, common, { name: NINA, email: 'nina@example.test', head: OLGA })
  await keep(nina, 'waits')
  await answer(olga, NINA, 'Принять')
  await isInside(nina)
  await askToJoin(oleg, common, { name: OLEG, email: 'oleg@example.test', expects: [DMITRY, 'dmitry@example.test'] })
  return oleg
}

/** Who has an account of another company: the first invitation ran out, the second came on paper. */
async function afterExpiry({ at, keep, owner }: Scene, letters: LetterBox, letExpire: (name: string) => Promise<void>) {
  const rita = await at('rita')
  await registerByLetter(rita, letters, ['ИП Бор', RITA, 'rita@example.test'])
  const first = await inviteOne(owner, { name: RITA })
  await letExpire(RITA)
  await seesGone(rita, first)
  await joinExpecting(rita, await printAgain(owner, RITA), DMITRY)
  await rita.goto('/')
  await keep(rita, 'two-companies')
  await rita.getByRole('button', { name: COMPANY }).click()
  await rita.getByRole('menuitem', { name: 'ИП Бор' }).click()
  await expect(rita.getByRole('button', { name: 'ИП Бор' })).toBeVisible()
  await owner.goto('/people/unconfirmed')
  await keep(owner, 'expected')
}

/** The common link's page opens the company by itself once a head has said yes. */
const isInside = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toContainText('Здравствуйте')

/** Twelve performers: two lists and one by hand, each by his personal link on one phone after another; two pools. */
async function performersAndPools(olga: Page, dmitry: Page, phone: Page): Promise<void> {
  const links = new Map([
    ...(await addPerformers(olga, table(ELECTRICIANS, 'электрик', 1))),
    ...(await addPerformers(dmitry, table(PLUMBERS, 'сантехник', 2))),
    [LAST, await addPerformer(dmitry, LAST, '+375 29 640-30-20', 'Сантехники')] as const,
  ])
  for (const name of [...ELECTRICIANS, ...PLUMBERS, LAST]) await comeIn(phone, name, links.get(name) ?? '')
  await makePool(olga, 'Электрики', ELECTRICIANS)
  await makePool(dmitry, 'Сантехники', [...PLUMBERS, LAST])
}

const table = (names: readonly string[], trade: string, of: number): string =>
  [
    'Имя\tТелефон\tСпециальности\tСтавка',
    ...names.map((name, n) => `${name}\t8 029 640-1${of}-2${n}\t${trade}\t25,50`),
  ].join('\n')
