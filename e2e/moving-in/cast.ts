import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { administer, type Cluster, startCluster } from '#test/cluster.ts'
import { type LetterBox, openLetterBox } from '#test/letter-box.ts'
import { startProduct } from '#test/started.ts'
import { expect, test } from '../story.ts'

type Outside = {
  /** A PostgreSQL of the company's own, in which a story may let time pass. */
  cluster: Cluster
  letters: LetterBox
  /** Lets the time of a person's invitation run out. */
  letExpire: (name: string) => Promise<void>
}

/** `test` of stories in which letters go out and weeks go by. */
export const movingIn = test.extend<Outside>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its parameter
  cluster: async ({}, use) => {
    const cluster = await startCluster()
    await administer(cluster.url('postgres'), 'create database moving_in')
    await use(cluster)
    await cluster.stop()
  },

  // oxlint-disable-next-line no-empty-pattern
  letters: async ({}, use) => {
    const letters = await openLetterBox()
    await use(letters)
    await letters.close()
  },

  product: async ({ cluster, letters }, use) => {
    const data_dir = mkdtempSync(join(tmpdir(), 'naryad-moving-in-'))
    const product = await startProduct({
      data_dir,
      env: { DATABASE_URL: cluster.url('moving_in'), SMTP_URL: letters.url },
    })
    await use(product)
    await product.stop()
    rmSync(data_dir, { recursive: true, force: true })
  },

  letExpire: async ({ cluster, product: _ }, use) => use((name) => administer(cluster.url('moving_in'), ranOut(name))),
})

/** A statement that makes the invitation of one person older than its time, and the link of it. */
const ranOut = (name: string): string => `do $$ declare gone uuid; begin
  perform set_config('app.viewer', 'system', true), set_config('app.company_id', company_id::text, true)
    from auth.links where purpose = 'invitation' limit 1;
  set local role naryad_app;
  update invitations set expires_at = now() - interval '1 hour' where name = '${name}' returning id into strict gone;
  reset role;
  update auth.links set expires_at = now() - interval '1 hour' where subject_id = gone;
end $$`

export const PASSWORD = 'очень длинный пароль'
export const COMPANY = 'ООО «ГородСервис»'

/** A company begins; its owner is inside. */
export async function register(page: Page, company: string, name: string, email: string): Promise<void> {
  await fillRegistration(page, company, name, email)
  // A password is hashed, a company made and the page loaded anew: three waits in one, on a product that has just started.
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Здравствуйте', { timeout: 30_000 })
}

/** The same where others are registered already: by the letter that goes to his e-mail. */
export async function registerByLetter(
  page: Page,
  letters: LetterBox,
  [company, name, email]: [string, string, string],
) {
  await fillRegistration(page, company, name, email)
  await expect(page.getByRole('heading', { name: 'Проверьте почту' })).toBeVisible()
  const { text = '' } = await letters.letterTo(email)
  await page.goto(linksIn(text)[0] ?? '')
  await page.getByRole('textbox', { name: 'Пароль' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Подтвердить' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Здравствуйте')
}

async function fillRegistration(page: Page, company: string, name: string, email: string): Promise<void> {
  await page.goto('/register')
  await page.getByLabel('Название компании').fill(company)
  await page.getByLabel('Ваше имя и фамилия').fill(name)
  await page.getByLabel('Электронная почта').fill(email)
  await page.getByRole('textbox', { name: 'Пароль' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Создать компанию' }).click()
}

type Joining = { email?: string; head?: string }

/** Comes by an invitation with a new account; `head`: who he says his head is, when it is not who was proposed. */
export async function comeBy(page: Page, link: string, { email, head }: Joining = {}): Promise<void> {
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('приглашает вас')
  if (email) await page.getByLabel('Электронная почта').fill(email)
  await page.getByRole('textbox', { name: 'Пароль' }).fill(PASSWORD)
  if (head) await page.getByText('Другой, назову после входа').click()
  await page.getByRole('button', { name: 'Присоединиться' }).click()
  if (!head) await expect(page.getByRole('heading', { level: 1 })).toContainText('Здравствуйте')
  else await nameHead(page, head)
}

/** Names one of the staff as his head, in the dialog that he was led to. */
async function nameHead(page: Page, head: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Кто ваш руководитель?' })
  await chooseHead(page, dialog.getByRole('combobox', { name: 'Руководитель' }), head)
  await dialog.getByRole('button', { name: 'Назвать' }).click()
  await expect(dialog).toBeHidden()
}

export async function chooseHead(page: Page, field: ReturnType<Page['getByRole']>, name: string): Promise<void> {
  await field.click()
  await field.fill(name)
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
}

export const linksIn = (text: string): string[] => text.match(/https?:\/\/\S+/g) ?? []
