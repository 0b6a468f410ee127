import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

/** What of an endpoint the browser needs: where to send, and what it sends. The reply's schema stays at home. */
const SENT = ['is', 'method', 'path', 'params', 'query', 'body'] as const

/**
 * Gives the browser the contract without the schema library that wrote it.
 *
 * Each file of contract/ is run here and its exports are written out as plain JSON: 11 kB gzip of the library and all
 * replies stay behind, and an endpoint that no page calls is dropped, which calls of `endpoint(…)` would forbid.
 */
export function contractPlugin(): Plugin {
  return {
    name: 'contract-as-data',
    enforce: 'pre',
    async transform(_code, id) {
      const file = id.split('?')[0] ?? id
      if (!/\/contract\/(?:[^/]+\/)?[^/]+\.ts$/.test(file)) return null
      const exports = (await import(`${pathToFileURL(file).href}?at=${Date.now()}`)) as Record<string, unknown>
      const lines = Object.entries(exports)
        .filter(([, value]) => typeof value !== 'function')
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(asSent(value))}`)
      return { code: lines.join('\n'), map: null, moduleType: 'js' }
    },
  }
}

function asSent(value: unknown): unknown {
  if (!isEndpoint(value)) return value
  return Object.fromEntries(SENT.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]))
}

function isEndpoint(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'is' in value && value.is === 'endpoint'
}
