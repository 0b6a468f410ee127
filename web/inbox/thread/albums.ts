import type { Message } from '#contract/inbox/conversations.ts'

/** A message as it is shown, and those that it stands for: pictures that were sent as one are one message to the reader. */
export type Shown = { message: Message; parts: readonly Message[] }

/** Joins pictures of one album that follow each other; each stays a message of its own, with its own answers and changes. */
export function withAlbums(messages: readonly Message[]): Shown[] {
  const shown: Shown[] = []
  for (const message of messages) {
    const last = shown.at(-1)
    if (!last || message.album === null || last.message.album !== message.album) {
      shown.push({ message, parts: [message] })
      continue
    }
    const parts = [...last.parts, message]
    const text = parts.flatMap((part) => part.text || []).join('\n')
    shown[shown.length - 1] = { message: { ...last.message, text, files: parts.flatMap(({ files }) => files) }, parts }
  }
  return shown
}
