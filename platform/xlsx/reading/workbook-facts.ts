import type { Archive } from './archive.ts'
import { type Look, lookOf, unescaped } from './cell-text.ts'
import { Words } from './words.ts'
import { hear } from './xml.ts'

/** What is known of a workbook before its first row. */
export type WorkbookFacts = {
  /** Those that people see, in their order; `part` is where its rows are. */
  sheets: { name: string; part: string }[]
  since_1904: boolean
  /** How numbers look, by the number of a cell's style. */
  looks: Look[]
  /** Texts that cells name by their numbers. */
  texts: string[]
}

export async function factsOf(archive: Archive): Promise<WorkbookFacts> {
  const at = await workbookPart(archive)
  const links = await linksOf(archive, at)
  const { sheets, since_1904 } = await sheetsOf(archive, { at, links })
  const kind = (ending: string): string => links.find(({ type }) => type.endsWith(ending))?.target ?? ''
  return {
    sheets,
    since_1904,
    looks: await looksOf(archive, kind('/styles')),
    texts: await textsOf(archive, kind('/sharedStrings')),
  }
}

type Link = { id: string; type: string; target: string }

/** Where a workbook's own part is: the root of the archive links to it (ECMA-376, part 1, 12.3.23). */
async function workbookPart(archive: Archive): Promise<string> {
  const links = await linksOf(archive, '')
  return links.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
}

/** Where the links of a part lead: those from the root, and those from beside it (ECMA-376, part 2, 6.5.3). */
async function linksOf(archive: Archive, part: string): Promise<Link[]> {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(part) ?? []
  const links: Link[] = []
  await hear(archive.part(`${folder}_rels/${name}.rels`), {
    opened(opened, facts) {
      if (opened !== 'Relationship') return
      const target = new URL(facts['Target'] ?? '', `part:///${folder}`).pathname.slice(1)
      links.push({ id: facts['Id'] ?? '', type: facts['Type'] ?? '', target: decodeURIComponent(target) })
    },
  })
  return links
}

async function sheetsOf(
  archive: Archive,
  { at, links }: { at: string; links: Link[] },
): Promise<Pick<WorkbookFacts, 'sheets' | 'since_1904'>> {
  const found: Pick<WorkbookFacts, 'sheets' | 'since_1904'> = { sheets: [], since_1904: false }
  await hear(archive.part(at), {
    opened(name, facts) {
      if (name === 'workbookPr') found.since_1904 = isTrue(facts['date1904'])
      if (name !== 'sheet' || (facts['state'] ?? 'visible') !== 'visible') return
      const [, id] = Object.entries(facts).find(([fact]) => fact.endsWith(':id')) ?? []
      const link = links.find((one) => one.id === id && one.type.endsWith('/worksheet'))
      if (link) found.sheets.push({ name: unescaped(facts['name'] ?? ''), part: link.target })
    },
  })
  return found
}

const isTrue = (written: string | undefined): boolean => written === '1' || written === 'true'

async function looksOf(archive: Archive, part: string): Promise<Look[]> {
  const codes = new Map<number, string>()
  const looks: Look[] = []
  let ofCells = false
  await hear(archive.part(part), {
    opened(name, facts) {
      const id = Number(facts['numFmtId'] ?? 0)
      if (name === 'numFmt') codes.set(id, facts['formatCode'] ?? '')
      if (name === 'cellXfs') ofCells = true
      if (name === 'xf' && ofCells) looks.push(lookOf(id, codes.get(id)))
    },
    closed(name) {
      if (name === 'cellXfs') ofCells = false
    },
  })
  return looks
}

async function textsOf(archive: Archive, part: string): Promise<string[]> {
  const texts: string[] = []
  const words = new Words()
  await hear(archive.part(part), {
    opened: (name) => words.opened(name),
    text: (text) => words.text(text),
    closed(name) {
      words.closed(name)
      if (name === 'si') texts.push(words.taken())
    },
  })
  return texts
}
