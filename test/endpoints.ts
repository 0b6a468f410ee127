import type { Endpoint } from '#contract/endpoint.ts'
import { globSync } from 'node:fs'

export type Named = { name: string; endpoint: Endpoint }

const folder = new URL('../contract/', import.meta.url)

/** Every endpoint of the contract by its name, for walks that must not forget one. */
export async function allEndpoints(): Promise<Named[]> {
  const found: Named[] = []
  for (const file of globSync('**/*.ts', { cwd: folder }).sort()) {
    const module = (await import(new URL(file, folder).href)) as Record<string, unknown>
    for (const [name, value] of Object.entries(module)) if (isEndpoint(value)) found.push({ name, endpoint: value })
  }
  return found
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'is' in value && value.is === 'endpoint'
}
