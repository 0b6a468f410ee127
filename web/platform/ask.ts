import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import type { Endpoint, Input, Reply } from '#contract/endpoint.ts'
import { call, type CallOptions, newKey } from './call.ts'
import type { Problem } from './problem.ts'

/**
 * How everything is asked. What the browser believes of its network is not heeded: it would hold an act back without a
 * word, and some browsers behind a VPN believe wrongly. A request that fails is tried again in call.ts, which says so in
 * the end.
 */
export const ASKED = {
  queries: { networkMode: 'always', refetchOnReconnect: true, retry: false },
  mutations: { networkMode: 'always', retry: false },
} as const

/** Under what a reply is kept: the path says the kind, the input says which. live.ts reads both. */
export const keyOf = (at: { path: string }, input: unknown) => [at.path, input] as const

/**
 * What the server answers to a GET; the page waits in its skeleton until it is there. When the input changes under an
 * open page (a filter), what was shown stays until the new answer is there: nothing blinks, no field loses its focus.
 */
export function useReply<E extends Endpoint>(at: E, input: Input<E>): Reply<E> {
  return useSuspenseQuery(replyOf(at, useSettled(input))).data
}

function useSettled<I>(input: I): I {
  const text = useDeferredValue(JSON.stringify(input))
  return useMemo(() => JSON.parse(text) as I, [text])
}

/** How often long work is asked how far it is, in milliseconds. */
const WATCHED_EVERY = 1000

/**
 * The same of work that the server does by itself: asked for again each second while it goes on. Once it is over, what
 * else is on screen is asked for again, for the work has changed it.
 */
export function useWatched<E extends Endpoint>(at: E, input: Input<E>, goesOn: (reply: Reply<E>) => boolean): Reply<E> {
  const client = useQueryClient()
  const { data } = useSuspenseQuery({
    ...replyOf(at, input),
    refetchInterval: ({ state }) => (state.data && goesOn(state.data) ? WATCHED_EVERY : false),
  })
  const on = goesOn(data)
  const was = useRef(on)
  useEffect(() => {
    if (was.current && !on) void client.invalidateQueries()
    was.current = on
  }, [client, on])
  return data
}

/** The same without waiting: undefined until it is there, or while `when` is false. */
export function useMaybe<E extends Endpoint>(at: E, input: Input<E>, when = true): Reply<E> | undefined {
  return useQuery({ ...replyOf(at, input), enabled: when }).data
}

/** For loaders and for things asked ahead of a click. */
export function replyOf<E extends Endpoint>(at: E, input: Input<E>) {
  return { queryKey: keyOf(at, input), queryFn: ({ signal }: { signal: AbortSignal }) => call(at, input, { signal }) }
}

type PageOf<E extends Endpoint> = Reply<E> extends { rows: (infer R)[]; next: string | null } ? R : never

/** Rows of a keyset list, page after page; `input` is the filter. While one of them `goesOn` by itself it is watched. */
export function useList<E extends Endpoint>(
  at: E,
  input: Omit<Input<E>, 'after'>,
  goesOn?: (row: PageOf<E>) => boolean,
) {
  const watched = ({ state: { data } }: { state: { data?: { pages: Listed[] } | undefined } }) =>
    goesOn !== undefined && data !== undefined && data.pages.some(({ rows }) => (rows as PageOf<E>[]).some(goesOn))
  const list = useSuspenseInfiniteQuery({
    ...pagesOf(at, useSettled(input)),
    refetchInterval: (query) => (watched(query) ? WATCHED_EVERY : false),
  })
  return shown<PageOf<E>>(list)
}

/** The same without waiting, for what opens inside a page: rows are empty until they are there. */
export function useMaybeList<E extends Endpoint>(at: E, input: Omit<Input<E>, 'after'>, when = true) {
  const list = useInfiniteQuery({ ...pagesOf(at, input), enabled: when })
  return { ...shown<PageOf<E>>(list), ready: list.data !== undefined }
}

type Listed = { rows: unknown[]; next: string | null }

function pagesOf<E extends Endpoint>(at: E, input: Omit<Input<E>, 'after'>) {
  return {
    // One page of the same question may be kept by another part of the screen: it has another shape.
    queryKey: [...keyOf(at, input), 'pages'],
    queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
      call(at, { ...input, ...(pageParam && { after: pageParam }) } as unknown as Input<E>, {
        signal,
      }) as Promise<Listed>,
    initialPageParam: null as string | null,
    getNextPageParam: (page: Listed) => page.next,
  }
}

type Pages = {
  data: { pages: Listed[] } | undefined
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<unknown>
}

function shown<R>({ data, hasNextPage, isFetchingNextPage, fetchNextPage }: Pages) {
  return {
    rows: (data?.pages.flatMap((page) => page.rows) ?? []) as R[],
    /** The first page as it came, for what stands beside the rows: sums, counts. */
    first: data?.pages[0],
    has_more: hasNextPage,
    loading_more: isFetchingNextPage,
    more: () => void fetchNextPage(),
  }
}

type Doing<E extends Endpoint> = {
  onSuccess?: (reply: Reply<E>) => void
  /** The form shows the problem itself; otherwise a toast says it. */
  inline?: boolean
}

/**
 * An act: a call that changes something. Afterwards everything on screen is asked for again.
 *
 * When no answer came, pressing again with the same input repeats the same act under the same key: what the
 * server did and could not tell us is not done twice.
 */
export function useCall<E extends Endpoint>(at: E, { onSuccess, inline = false }: Doing<E> = {}) {
  const client = useQueryClient()
  const act = useRef({ input: '', key: '' })
  return useMutation<Reply<E>, Problem, Input<E> & Pick<CallOptions, 'version'>>({
    meta: { inline },
    mutationFn: async ({ version, ...input }) => {
      const text = JSON.stringify(input)
      if (act.current.input !== text) act.current = { input: text, key: newKey() }
      const options = { key: act.current.key, ...(version !== undefined && { version }) }
      return call(at, input as unknown as Input<E>, options)
    },
    onSettled: (_reply, error) => {
      if (error?.status !== 0) act.current = { input: '', key: '' }
    },
    onSuccess: async (reply) => {
      onSuccess?.(reply)
      await client.invalidateQueries()
    },
  })
}
