/** The person's choice of theme, kept on this device; `auto` follows the system. */
export type ThemeChoice = 'auto' | 'light' | 'dark'

const listeners = new Set<() => void>()
const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)')
let choice: ThemeChoice = read()

export const themeChoice = (): ThemeChoice => choice
/** What is drawn now. */
export const shownTheme = (): 'light' | 'dark' => (choice === 'auto' ? (dark?.matches ? 'dark' : 'light') : choice)

export function chooseTheme(next: ThemeChoice): void {
  choice = next
  try {
    localStorage.setItem('theme', next)
  } catch {
    // Storage may be forbidden: the choice then lives as long as the page.
  }
  apply()
}

export function onTheme(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** tokens.css follows the system by itself; the attribute says otherwise only when a person did. */
export function apply(): void {
  const root = document.documentElement
  if (choice === 'auto') delete root.dataset['theme']
  else root.dataset['theme'] = choice
  for (const listener of listeners) listener()
}

dark?.addEventListener('change', () => listeners.forEach((listener) => listener()))

function read(): ThemeChoice {
  try {
    const kept = localStorage.getItem('theme')
    return kept === 'light' || kept === 'dark' ? kept : 'auto'
  } catch {
    return 'auto'
  }
}
