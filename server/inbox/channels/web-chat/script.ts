import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChatLook } from '#contract/inbox/web-chat.ts'
import { missing, Refused } from '#platform/errors.ts'
import type { Chat } from './chats.ts'

const BUILT = join(import.meta.dirname, '../../../../dist/chat')

type Manifest = Record<string, { file: string }>

/** The one script of a page: the chat's look, and the loader that brings the widget of the build that is served now. */
export function scriptOf({ id, settings }: Chat): string {
  const { sites: _, hours: __, ...shown } = settings
  const look: ChatLook = { ...shown, channel_id: id, base: '', widget: built().widget }
  return `(()=>{const LOOK=${JSON.stringify(look)};${built().loader}})();\n`
}

/** The frame in which the settings show the very widget; what it shows is sent to it by its own product only. */
export const previewPage = (): string =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>-</title><body><script type="module" src="${built().preview}"></script></body></html>`

export const PREVIEW_WALL = "default-src 'none'; script-src 'self'; frame-ancestors 'self'; base-uri 'none'"

type Built = { loader: string; widget: string; preview: string }
let known: Built | null = null

function built(): Built {
  if (known) return known
  const manifest = join(BUILT, 'manifest.json')
  if (!existsSync(manifest)) throw new Refused(missing('chat'))
  const files = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest
  const addressOf = (name: string): string => `/chat/${files[name]?.file ?? ''}`
  const loader = readFileSync(join(BUILT, 'loader.js'), 'utf8')
  known = { loader, widget: addressOf('widget.ts'), preview: addressOf('preview.ts') }
  return known
}
