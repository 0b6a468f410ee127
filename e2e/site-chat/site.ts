import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { usualWebChat, type WebChatSettings } from '#contract/inbox/web-chat.ts'
import { connectChannel } from '#contract/inbox/channels.ts'
import { registerCompany } from '#contract/people.ts'
import { accountAt, anybody, callAt, type Person } from '#test/http.ts'
import { test } from '../story.ts'

export type Site = { origin: string; close(): Promise<void> }

/** Styles by which a careless site would spoil whatever stands among its own elements. */
const STYLES = `* { color: red !important; font: 40px serif !important; display: block !important; visibility: hidden }
  naryad-chat { display: none; position: static } button { background: lime !important } body { visibility: visible }`

/** A customer's site on an origin of its own, whose policy allows what docs/site-chat.md names and nothing else. */
export async function openSite(product: string, script: () => string): Promise<Site> {
  const policy = [
    "default-src 'none'",
    `script-src ${product}`,
    `connect-src ${product}`,
    `img-src ${product}`,
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const server = createServer((request, reply) => {
    if (request.url === '/site.css') return void reply.setHeader('content-type', 'text/css').end(STYLES)
    const title = request.url?.startsWith('/klining') ? 'Клининг' : 'О компании'
    reply.setHeader('content-type', 'text/html; charset=utf-8').setHeader('content-security-policy', policy)
    reply.end(`<!doctype html><html lang="ru"><head><title>${title}</title><meta name="viewport" content="width=device-width">
      <link rel="stylesheet" href="/site.css"></head><body><main><h1>${title}</h1></main>${script()}</body></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    // Not the product's address: the two share neither storage nor rights.
    origin: `http://localhost:${port}`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  }
}

type Chat = { site: Site; owner: Person; channel_id: string }

type Wish = { settings?: Partial<WebChatSettings>; secret?: string; attributes?: string }

/** `test` of stories in which a customer's site carries the chat of a company. */
type Stage = {
  chatOn: (wish?: Wish) => Promise<Chat>
  /** A site that carries what is put there. */
  bareSite: { site: Site; put(line: string): void }
}

export const onSite = test.extend<Stage>({
  bareSite: async ({ product }, use) => {
    let line = ''
    const site = await openSite(product.url, () => line)
    await use({ site, put: (given) => void (line = given) })
    await site.close()
  },

  chatOn: async ({ product }, use) => {
    const sites: Site[] = []
    await use(async ({ settings = {}, secret, attributes = '' } = {}) => {
      let key = ''
      const line = () => `<script src="${product.url}/chat/${key}.js" async ${attributes}></script>`
      const site = await openSite(product.url, line)
      sites.push(site)
      const owner = await companyAt(product.url)
      const { body: channel } = await callAt(product.url, owner, {
        at: connectChannel,
        input: {
          kind: 'web_chat',
          settings: { ...usualWebChat, title: 'ЧистоГрад', sites: [site.origin], hours: 'always', ...settings },
          secrets: secret ? { identity_secret: secret } : {},
        },
      })
      key = channel.id
      return { site, owner, channel_id: channel.id }
    })
    for (const site of sites) await site.close()
  },
})

async function companyAt(url: string): Promise<Person> {
  const owner = anybody()
  const known = { name: 'Анна Владимировна', email: 'anna@example.test', password: 'очень длинный пароль' }
  await accountAt(url, owner, '/sign-up/email', known)
  const company = {
    name: 'ЧистоГрад',
    country: 'BY',
    currency: 'BYN',
    time_zone: 'Europe/Minsk',
    vat_rate: 20,
  } as const
  await callAt(url, owner, { at: registerCompany, input: company })
  return owner
}

/** What the page's policy stopped, of anything on the page. */
export async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const stopped: string[] = []
    Object.assign(globalThis, { stopped })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      stopped.push(`${violatedDirective} ${blockedURI}`),
    )
  })
  return () => page.evaluate(() => (globalThis as unknown as { stopped: string[] }).stopped)
}
