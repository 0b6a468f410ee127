import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

inDemo(
  'a page that is asked for without a network says so, and comes by itself with the network',
  async ({ atDesk, shot }) => {
    const olga = await atDesk('olga')
    await signIn(olga, 'olga@gorodservis.example')
    const [first, second] = (
      (await (await olga.request.get('/api/orders')).json()) as { rows: { id: string; title: string }[] }
    ).rows
    await olga.goto(`/orders/${first!.id}`)
    const heading = olga.getByRole('heading', { level: 1 })
    await expect(heading).toContainText(first!.title)

    await olga.context().setOffline(true)
    await olga.evaluate((path) => {
      history.pushState({}, '', path)
      dispatchEvent(new PopStateEvent('popstate'))
    }, `/orders/${second!.id}`)
    const trouble = olga.getByRole('alert').filter({ hasText: 'Нет связи с сервером' })
    await expect(trouble.getByRole('button', { name: 'Повторить' })).toBeVisible()
    await shot(olga, 'no-network')
    await olga.emulateMedia({ colorScheme: 'dark' })
    await shot(olga, 'no-network-dark')
    await olga.setViewportSize({ width: 390, height: 800 })
    await shot(olga, 'no-network-390-dark')
    await olga.emulateMedia({ colorScheme: 'light' })
    await shot(olga, 'no-network-390')

    await olga.context().setOffline(false)
    await expect(heading).toContainText(second!.title)
  },
)
