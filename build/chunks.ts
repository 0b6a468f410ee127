/** What of the build's modules is asked: which others they import at once, not when something is opened. */
type Modules = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

type Part = { name: string; all?: readonly string[]; any?: readonly string[] }

const STAFF = [
  'app/main.tsx',
  'app/shell.tsx',
  'orders/orders-page.tsx',
  'orders/list/order-list.tsx',
  'orders/order-page.tsx',
]

const LISTS = ['orders/orders-page.tsx', 'orders/list/order-list.tsx', 'orders/list/filter-bar.tsx']

/**
 * Parts that are wanted together: modules that all of `all` and one of `any` import at once. The first that fits holds,
 * so what several pages share goes before what one has to itself. A first load is then a dozen files: a browser over
 * HTTP/1.1 asks for six at a time, and 75 small ones cost a phone many rounds over the air before anything is drawn.
 */
const PARTS: readonly Part[] = [
  { name: 'base', all: ['app/main.tsx', 'field/main.tsx', 'portal/main.tsx'] },
  { name: 'phone', all: ['field/main.tsx', 'portal/main.tsx'] },
  { name: 'work', all: ['field/main.tsx'], any: STAFF },
  { name: 'customer', all: ['portal/main.tsx'], any: STAFF },
  { name: 'start', all: ['app/main.tsx'] },
  { name: 'door', all: ['identity/sign-in-page.tsx'], any: STAFF },
  { name: 'shell', all: ['app/shell.tsx'] },
  { name: 'table', all: ['people/performers/performers-page.tsx'], any: LISTS },
  { name: 'card', all: ['people/performer/performer-page.tsx'], any: [...LISTS, 'orders/order-page.tsx'] },
  { name: 'list', any: LISTS },
  { name: 'order', all: ['orders/order-page.tsx'] },
]

/** Libraries of many small pieces, of which each page takes a few: what imports their door does not import them all. */
const PIECES = /node_modules\/@(mantine|tabler|floating-ui)\//

/** Their pieces lie together by who takes them; what is smaller than the threshold (bytes) goes with its neighbours. */
const PIECEMEAL = [
  {
    name: 'icons',
    test: /node_modules\/@tabler\//,
    priority: 100,
    entriesAware: true,
    entriesAwareMergeThreshold: 16000,
  },
  {
    name: 'controls',
    test: /node_modules\/@(mantine|floating-ui)\//,
    // After `start`, which takes along what it needs of them, and before the parts of single pages.
    priority: 4.5,
    entriesAware: true,
    entriesAwareMergeThreshold: 12000,
  },
]

/** The groups of the bundler: those before come first, or a later part would take their modules along with its own. */
export function partsOf(web: string) {
  const reached = new Map<string, Set<string>>()
  const from = (file: string, modules: Modules): Set<string> => {
    const known = reached.get(file) ?? closure(`${web}/${file}`, modules)
    reached.set(file, known)
    return known
  }
  const parts = PARTS.map(({ name, all = [], any = [] }, i) => ({
    name(id: string, modules: Modules): string | null {
      // The entries stay what their pages name; they are small.
      if (id.endsWith('/main.tsx')) return null
      const holds = (file: string) => from(file, modules).has(id)
      return all.every(holds) && (any.length === 0 || any.some(holds)) ? name : null
    },
    priority: PARTS.length - i,
  }))
  return [...PIECEMEAL, ...parts]
}

function closure(id: string, modules: Modules, seen = new Set<string>()): Set<string> {
  if (seen.has(id) || PIECES.test(id)) return seen
  seen.add(id)
  for (const next of modules.getModuleInfo(id)?.importedIds ?? []) closure(next, modules, seen)
  return seen
}
