const BROWSERS: [string, RegExp][] = [
  ['Yandex Browser', /YaBrowser/],
  ['Opera', /OPR\//],
  ['Edge', /Edg\//],
  ['Firefox', /Firefox\/|FxiOS/],
  ['Samsung Internet', /SamsungBrowser/],
  ['Chrome', /Chrome\/|CriOS/],
  ['Safari', /Safari\//],
]
const SYSTEMS: [string, RegExp][] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]

/** Browser and system by their own names, out of a User-Agent; null when neither is known. */
export function deviceOf(userAgent: string): { browser: string; system: string } | null {
  const find = (all: [string, RegExp][]) => all.find(([, mark]) => mark.test(userAgent))?.[0]
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)]
  return browser && system ? { browser, system } : null
}
