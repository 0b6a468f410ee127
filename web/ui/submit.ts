import type { SyntheticEvent } from 'react'

/** A form that does its act by itself, without the browser's own sending. */
export const submitting = (act: () => void) => (event: SyntheticEvent) => {
  event.preventDefault()
  event.stopPropagation()
  act()
}

/** For the one field of a screen that is opened to be typed into: give it as `ref`. */
export const focused = (field: HTMLElement | null): void => field?.focus()
