import { addCounterparty, type CounterpartyCard } from '#contract/counterparties.ts'
import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

inDemo(
  'CPT-16 CPT-18 CPT-20 S29: a counterparty that was entered twice is seen, made one, and two again',
  async ({ atDesk, onPhone, shot }) => {
    const olga = await atDesk('olga')
    await signIn(olga, 'olga@gorodservis.example')
    const made = await olga.request.post(`/api${addCounterparty.path}`, {
      data: {
        kind: 'organisation',
        name: 'Филипенко 12 ЖСПК',
        contact: { name: 'Диспетчер', phone: '+375291110099' },
        site: { address: 'ул. Филипенко, 12' },
      },
    })
    const { id } = (await made.json()) as CounterpartyCard

    await olga.goto('/counterparties')
    await olga.getByRole('button', { name: /дубл/i }).click()
    const found = olga.getByRole('dialog', { name: 'Возможные дубли контрагентов' })
    await expect(found).toContainText('похожее название')
    await shot(olga, 'merging-found')
    await olga.keyboard.press('Escape')

    await olga.goto(`/counterparties/${id}`)
    const notice = olga.getByRole('region', { name: 'Возможно, этот контрагент заведён дважды' })
    await expect(notice).toContainText('ЖСПК «Филипенко 12»')
    await shot(olga, 'merging-notice')
    await notice.getByRole('button', { name: 'Сравнить' }).click()
    const dialog = olga.getByRole('dialog', { name: 'Объединить контрагентов' })
    await dialog.getByRole('button', { name: 'Поменять местами' }).click()
    await expect(dialog.getByText(/одинаковый адрес/)).toBeVisible()
    await shot(olga, 'merging-dialog')
    await dialog.getByRole('button', { name: 'Объединить' }).click()

    // The page leads on to the card that remains, with what came to it and the way back.
    await expect(olga.getByRole('heading', { level: 1 })).toContainText('ЖСПК «Филипенко 12»')
    await expect(olga.getByText('Диспетчер').first()).toBeVisible()
    await olga.goto(`/counterparties/${id}`)
    await expect(olga.getByRole('heading', { level: 1 })).toContainText('ЖСПК «Филипенко 12»')

    const phone = await onPhone('olga')
    await signIn(phone, 'olga@gorodservis.example')
    await phone.goto(`/counterparties/${id}`)
    const back = phone.getByRole('button', { name: 'Вернуть карточку: Филипенко 12 ЖСПК' })
    await expect(back).toBeVisible()
    await shot(phone, 'merging-phone')
    await back.click()
    await phone.getByRole('dialog').getByRole('button', { name: 'Вернуть' }).click()
    await expect(back).toHaveCount(0)
    await phone.goto(`/counterparties/${id}`)
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('Филипенко 12 ЖСПК')
    await expect(phone.getByText('Диспетчер').first()).toBeVisible()
  },
)
