import { dirname, resolve } from 'node:path'

/** What of the build's modules is asked: which others they import at once, not when something is opened. */
type Modules = { getModuleInfo(id: string): { importedIds: readonly string[]; code: string | null } | null }

type Taken = { all?: readonly string[]; any?: readonly string[] }
type Part = Taken & { name: string; or?: readonly Taken[] }

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
  {
    name: 'base',
    all: ['field/main.tsx', 'portal/main.tsx'],
    any: ['app/main.tsx', ...STAFF],
  },
  { name: 'phone', all: ['field/main.tsx', 'portal/main.tsx'] },
  { name: 'work', all: ['field/main.tsx'], any: STAFF },
  { name: 'customer', all: ['portal/main.tsx'], any: STAFF },
  { name: 'start', all: ['app/main.tsx'] },
  { name: 'door', all: ['identity/sign-in-page.tsx'], any: STAFF },
  {
    name: 'shell',
    all: ['app/shell.tsx'],
    or: [
      { all: ['people/performers/performers-page.tsx'], any: LISTS },
      { all: ['people/performer/performer-page.tsx'], any: [...LISTS, 'orders/order-page.tsx'] },
    ],
  },
  { name: 'list', any: LISTS },
  { name: 'order', all: ['orders/order-page.tsx'] },
  { name: 'sign-in', all: ['identity/sign-in-page.tsx'] },
]

/** The doors of libraries of many small pieces: what imports one does not import all that lies behind it. */
const DOORS = /node_modules\/(@mantine\/\w+\/esm\/index|@tabler\/icons-react\/dist\/esm\/tabler-icons-react)\.mjs$/

/** What several pages take and no part above holds lies together by who takes it; a file of less (bytes) has neighbours. */
const PIECEMEAL = [
  {
    name: 'icons',
    test: /node_modules\/@tabler\//,
    priority: 100,
    entriesAware: true,
    entriesAwareMergeThreshold: 60_000,
  },
  {
    name: 'controls',
    test: /node_modules\/@(mantine|floating-ui)\//,
    priority: 0.5,
    entriesAware: true,
    entriesAwareMergeThreshold: 12_000,
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
  const parts = PARTS.map(({ name, or = [], ...taken }, i) => ({
    name(id: string, modules: Modules): string | null {
      // The entries stay what their pages name; they are small.
      if (id.endsWith('/main.tsx')) return null
      const holds = (file: string) => from(file, modules).has(id)
      const fits = ({ all = [], any = [] }: Taken) => all.every(holds) && (any.length === 0 || any.some(holds))
      return [taken, ...or].some(fits) ? name : null
    },
    priority: PARTS.length - i,
  }))
  return [...PIECEMEAL, ...parts]
}

function closure(id: string, modules: Modules, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return seen
  seen.add(id)
  const { importedIds = [], code = '' } = modules.getModuleInfo(id) ?? {}
  for (const next of importedIds) {
    if (!DOORS.test(next)) closure(next, modules, seen)
    else for (const piece of piecesOf(code ?? '', next, modules)) closure(piece, modules, seen)
  }
  return seen
}

const IMPORT = /(?:import|export)\s*\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g

/** The modules behind a door that a module's code names when it imports from there. */
function piecesOf(code: string, door: string, modules: Modules): string[] {
  const behind = behindOf(door, modules)
  const named = [...code.matchAll(IMPORT)].flatMap(([, names = '']) => names.split(','))
  return named.flatMap((name) => behind.get(name.split(' as ')[0]?.trim() ?? '') ?? [])
}

const doors = new Map<string, Map<string, string>>()

/** Each name that a door exports, with the module that it leads to. */
function behindOf(door: string, modules: Modules): Map<string, string> {
  const known = doors.get(door)
  if (known) return known
  const code = modules.getModuleInfo(door)?.code ?? ''
  const behind = new Map<string, string>()
  for (const [, names = '', from = ''] of code.matchAll(IMPORT))
    for (const name of names.split(','))
      behind.set(name.split(' as ').at(-1)?.trim() ?? '', resolve(dirname(door), from))
  doors.set(door, behind)
  return behind
}
