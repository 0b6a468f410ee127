import type { AnchorHTMLAttributes, Ref } from 'react'
import { Link as WouterLink } from 'wouter'
import { addressOf, type Search } from './route.ts'

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  to: string
  search?: Search | undefined
  ref?: Ref<HTMLAnchorElement>
}

const near = new Set<(to: string) => void>()

/** Told when the pointer or the focus comes near a link: its page can be fetched before the click. */
export function whenNear(listener: (to: string) => void): () => void {
  near.add(listener)
  return () => void near.delete(listener)
}

/** A link within the application. */
export function Link({ to, search, ...rest }: LinkProps) {
  const approach = () => near.forEach((listener) => listener(to))
  return <WouterLink onMouseEnter={approach} onFocus={approach} {...rest} href={addressOf(to, search)} />
}
