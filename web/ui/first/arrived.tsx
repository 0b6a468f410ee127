import { useLayoutEffect } from 'react'

/** Takes away the frame that the page's HTML drew ahead of its code. Stands beside the first thing that is really drawn. */
export function Arrived() {
  useLayoutEffect(() => document.getElementById('first')?.remove(), [])
  return null
}
