import { useCallback } from 'react'
import { useLocation, useParams, useSearch } from 'wouter'
import { navigate } from 'wouter/use-browser-location'

export type Search = Record<string, string | undefined>
type How = { search?: Search; /** No step of the browser's «back». */ replace?: boolean }

/** The page's address without its filters. */
export const usePath = (): string => useLocation()[0]

/** A part of the page's address: `/orders/:order_id`. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams()
  return params[name] ?? ''
}

/** One value of the address's query, as it stands there. */
export function useQueryValue(name: string): string | undefined {
  return new URLSearchParams(useSearch()).get(name) ?? undefined
}

/** Goes to another page, from anywhere. */
export const go = (to: string, { search, replace = false }: How = {}): void =>
  navigate(addressOf(to, search), { replace })

export const addressOf = (to: string, search: Search = {}): string => to + written(search)

/** Reads one value of the address; what does not fit is as if it were not there. */
export type Reader<T> = (raw: string) => T | undefined

export const text: Reader<string> = (raw) => raw || undefined
export const flag: Reader<true> = (raw) => (raw === '1' ? true : undefined)
export const day: Reader<string> = (raw) => (/^\d{4}-\d\d-\d\d$/.test(raw) ? raw : undefined)
export const whole: Reader<number> = (raw) => (/^\d{1,9}$/.test(raw) ? Number(raw) : undefined)
export const oneOf =
  <const T extends string>(...values: readonly T[]): Reader<T> =>
  (raw) =>
    values.find((value) => value === raw)
export const list =
  <const T extends string = string>(...values: readonly T[]): Reader<T[]> =>
  (raw) => {
    const fits = (one: string): one is T => one !== '' && (values.length === 0 || values.some((value) => value === one))
    const given = raw.split(',').filter(fits)
    return given.length > 0 ? given : undefined
  }

type Shape = Record<string, Reader<unknown>>
export type Filters<S extends Shape> = { [K in keyof S]?: Exclude<ReturnType<S[K]>, undefined> | undefined }

/**
 * Filters, tab and the open row stand in the address, so that a link shows the same. Give the shape once per page;
 * `set` changes some of it, `undefined` takes a value away. A change of filter is no step of the browser's «back»,
 * opening a thing is: `set({ open: id }, { step: true })`.
 */
export function useFilters<S extends Shape>(shape: S) {
  const search = new URLSearchParams(useSearch())
  const read = Object.entries(shape).map(([name, reader]) => [name, reader(search.get(name) ?? '')])
  const filters = Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Filters<S>
  const set = useCallback((change: Filters<S>, { step = false } = {}) => {
    const now = Object.fromEntries(new URLSearchParams(location.search))
    go(location.pathname, { search: changed(now, change), replace: !step })
  }, [])
  return [filters, set] as const
}

/** The values of an address with some of them changed. */
export function changed(now: Search, change: Record<string, unknown>): Search {
  const next = { ...now }
  for (const [name, value] of Object.entries(change)) next[name] = asText(value)
  return next
}

function asText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.join(',')
  if (typeof value === 'boolean') return value ? '1' : ''
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : ''
}

/** As people read it: `?phase=work,acceptance`. */
function written(search: Search): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) if (value) query.set(name, value)
  const text = query.toString().replaceAll('%2C', ',')
  return text && `?${text}`
}
