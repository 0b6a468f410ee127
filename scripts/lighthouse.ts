/**
 * `node scripts/lighthouse.ts URL… [--cookie name=value]…`: the pages as a phone on a slow network sees them.
 * Prints performance and accessibility from 0 to 100, and what takes the time.
 */
import { parseArgs } from 'node:util'
import lighthouse from 'lighthouse'
import { withDebugged } from './debugged-browser.ts'

export type Measured = {
  url: string
  performance: number
  accessibility: number
  lcp_ms: number
  tbt_ms: number
  cls: number
  poor: string[]
}

/** Lighthouse's mobile figures of pages, for whoever the cookies say. */
export function measure(urls: string[], cookies: { name: string; value: string }[] = []): Promise<Measured[]> {
  return withDebugged(async (context, port) => {
    const measured: Measured[] = []
    for (const url of urls) {
      if (cookies.length) await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: new URL(url).origin })))
      const ran = await lighthouse(url, {
        port,
        output: 'json',
        onlyCategories: ['performance', 'accessibility'],
        logLevel: 'error',
      })
      if (!ran) throw new Error(`Lighthouse gave nothing for ${url}`)
      measured.push(figures(url, ran.lhr))
    }
    return measured
  })
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']

function figures(url: string, { categories, audits, runtimeError }: Report): Measured {
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`)
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
  const value = (name: string) => audits[name]?.numericValue ?? 0
  const counted = (categories['accessibility']?.auditRefs ?? []).filter(({ weight }) => weight > 0)
  const poor = counted.map(({ id }) => audits[id]).filter((audit) => audit?.score === 0)
  return {
    url,
    performance: score('performance'),
    accessibility: score('accessibility'),
    lcp_ms: Math.round(value('largest-contentful-paint')),
    tbt_ms: Math.round(value('total-blocking-time')),
    cls: Math.round(value('cumulative-layout-shift') * 1000) / 1000,
    poor: poor.map((audit) => audit?.title ?? ''),
  }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { cookie: { type: 'string', multiple: true, default: [] } },
  })
  const cookies = values.cookie.map((each) => ({
    name: each.split('=')[0] ?? '',
    value: each.slice(each.indexOf('=') + 1),
  }))
  const measured = await measure(positionals, cookies)
  console.table(measured.map(({ poor: _, ...figures }) => figures))
  for (const { url, poor } of measured) for (const title of poor) console.log(`${url}: ${title}`)
}
