/** Addresses of the staff's pages that exist; filled at start from routes.tsx, so that the rail need not load it. */
export const staffPaths = new Set<string>()

/** Addresses that ask nobody who he is. */
export const isOpen = (path: string): boolean =>
  /^\/(sign-in|register|confirm|reset-password|join|team|l|dev)(\/|$)/.test(path)
