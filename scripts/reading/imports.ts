import { posix } from 'node:path'
import { textOf } from '../tree.ts'
import { parsed } from './syntax.ts'

/** What a file imports: paths from the root for our own modules, names for packages. */
export function importsOf(path: string): { to: string; ours: boolean }[] {
  const { module } = parsed(path)
  const names = module.staticImports.map((each) => each.moduleRequest.value)
  for (const each of module.staticExports)
    for (const { moduleRequest } of each.entries) if (moduleRequest) names.push(moduleRequest.value)
  const text = textOf(path)
  for (const { moduleRequest } of module.dynamicImports) {
    const said = text.slice(moduleRequest.start, moduleRequest.end)
    if (/^['"`][^$]*['"`]$/.test(said)) names.push(said.slice(1, -1))
  }
  return names.map((name) => {
    if (name.startsWith('#')) return { to: name.slice(1), ours: true }
    if (name.startsWith('.')) return { to: posix.normalize(posix.join(posix.dirname(path), name)), ours: true }
    return { to: name, ours: false }
  })
}
