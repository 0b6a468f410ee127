import { useEffect, useState } from 'react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { readRequest, type Reading } from '#contract/orders.ts'
import { call } from '#web/platform/call.ts'
import { keyOf } from '#web/platform/ask.ts'

/** So long after the last letter the words are read. */
const PAUSE = 250
const ENOUGH = 4

/** What the server reads in some words. It is a question and not an act, though it is asked by POST: words may be long. */
const readingOf = (text: string) => ({
  queryKey: keyOf(readRequest, { text }),
  queryFn: ({ signal }: { signal: AbortSignal }) => call(readRequest, { text }, { signal }),
  staleTime: Infinity,
})

type Known = {
  reading: Reading | undefined
  pending: boolean
  /** The reading of the very words that stand there now: who presses Enter at once has not waited for it. */
  latest: () => Promise<Reading | undefined>
}

/** What is read in the words while they are typed; the last answer stands until the next is there. */
export function useReading(text: string): Known {
  const client = useQueryClient()
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const enabled = asked.length >= ENOUGH
  const { data, isFetching } = useQuery({ ...readingOf(asked), enabled, placeholderData: keepPreviousData })
  // Words that could not be read make an order all the same.
  const latest = () => client.query(readingOf(text.trim())).catch(() => undefined)
  return { reading: enabled ? data : undefined, pending: isFetching, latest }
}
