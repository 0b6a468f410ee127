/** An address of a site as it is kept: `https://example.by`, `https://*.example.by`; null when it is none. */
export function siteOf(typed: string): string | null {
  const text = typed.trim()
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(whole)) return null
  const { protocol, host, hostname, username } = new URL(whole)
  const named = hostname.replace(/^\*\./, '')
  const fits = /^https?:$/.test(protocol) && !username && !named.includes('*') && /[a-z0-9\]]/i.test(named)
  // One label after the star would be a whole top-level domain.
  if (!fits || (hostname !== named && !named.includes('.'))) return null
  return `${protocol}//${host}`
}

/** Whether a page of this origin may carry the chat. A browser names the origin, and no script can name another. */
export function admits(sites: readonly string[], origin: string | undefined): boolean {
  if (!origin || !URL.canParse(origin)) return false
  const { protocol, host } = new URL(origin)
  return sites.some((site) => {
    const [its = '', name = ''] = site.split('//')
    if (its !== protocol) return false
    return name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name
  })
}
