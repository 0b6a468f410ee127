/** Links and paths in the pages of the project lead somewhere. */
import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { filesLike, root, textOf, verdict } from './tree.ts'

/** As the anchors of headings are made: lower case, no marks, dashes for spaces. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')
const anchors = (path: string): Set<string> =>
  new Set([...textOf(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading)))

// A path in backticks is meant as one when it begins in a folder of ours; one with a hole or a wildcard is a pattern.
const tops = filesLike('*/**/*').map((path) => path.split('/')[0])
const looksLikePath = (text: string): boolean =>
  /^[\w.-]+(\/[\w.-]+)*\/?$/.test(text) && text.includes('/') && tops.includes(text.split('/')[0])
const made = /^(dist|data|\.tmp)(\/|$)|NNN/

/** A test by its file and the beginning of its title, as pages name it that say what proves a thing. */
const NAMED_TEST = /`([\w./-]+\.test\.ts)` «([^»]+)»/g

const faults: string[] = []
const pages = filesLike('*.md', '**/*.md')
for (const page of pages) {
  const text = textOf(page)
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, '')
  for (const [, target = ''] of prose.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)) {
    if (/^[a-z]+:/i.test(target)) continue
    const [file = '', anchor] = target.split('#')
    const path = file ? posix.normalize(posix.join(posix.dirname(page), file)) : page
    if (!existsSync(root + path)) faults.push(`${page}: ${target} is not there`)
    else if (anchor && path.endsWith('.md') && !anchors(path).has(decodeURIComponent(anchor)))
      faults.push(`${page}: ${path} has no heading ${anchor}`)
  }
  for (const [, path = '', title = ''] of prose.matchAll(NAMED_TEST))
    if (existsSync(root + path) && !textOf(path).includes(title)) faults.push(`${page}: ${path} has no test «${title}»`)
  for (const [, path = ''] of prose.matchAll(/`([^`\s]+)`/g))
    if (
      looksLikePath(path) &&
      !made.test(path) &&
      ![path, posix.join(posix.dirname(page), path)].some((each) => existsSync(root + each))
    )
      faults.push(`${page}: \`${path}\` is not there`)
  for (const [, script = ''] of text.matchAll(/npm run ([\w:]+)/g))
    if (!Object.hasOwn((JSON.parse(textOf('package.json')) as { scripts: object }).scripts, script))
      faults.push(`${page}: npm run ${script} is no script`)
}
verdict([...new Set(faults)], `${pages.length} pages`)
