export type ReadTrade = { name: string; known: boolean }

/**
 * Trades of a cell, by comma, slash or semicolon, each as the company calls it (PRF-3): «электрик» is its «Электрики».
 * What the company does not know is new, and new once however often it stands in the list.
 */
export function tradeReader(known: readonly { called: string; name: string }[]) {
  const names = new Map(known.map(({ called, name }) => [stemOf(called), { name, known: true }]))
  return (cell: string): ReadTrade[] => {
    const trades = new Map<string, ReadTrade>()
    for (const part of cell.split(/[,;/\\\n]+/)) {
      const name = part.trim().replaceAll(/\s+/g, ' ')
      if (name === '') continue
      const stem = stemOf(name)
      const trade = names.get(stem) ?? { name: capitalised(name), known: false }
      names.set(stem, trade)
      trades.set(trade.name, trade)
    }
    return [...trades.values()]
  }
}

/** One and many of a trade are the same: the endings of a plural say nothing. */
const stemOf = (name: string) =>
  name
    .trim()
    .replaceAll(/\s+/g, ' ')
    .toLocaleLowerCase('ru')
    .replace(/(?<=\p{L}{3})[иыs]$/u, '')

const capitalised = (name: string) => name.slice(0, 1).toLocaleUpperCase('ru') + name.slice(1)
