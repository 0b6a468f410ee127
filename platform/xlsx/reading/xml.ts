import { Parser } from 'htmlparser2'

/** What is told of a piece of XML; names come without the prefix of their namespace. */
export type Listener = {
  opened?(name: string, facts: Record<string, string>): void
  text?(text: string): void
  closed?(name: string): void
}

/**
 * Tells a listener what stands in XML, as its bytes come: after each of their parts it hands on, so that what was heard
 * may be given on before the next one is unpacked.
 */
export async function* heard(bytes: AsyncIterable<Buffer>, listener: Listener): AsyncGenerator<undefined> {
  const parser = new Parser(
    {
      onopentag: (name, facts) => listener.opened?.(plain(name), facts),
      ontext: (text) => listener.text?.(text),
      onclosetag: (name) => listener.closed?.(plain(name)),
    },
    { xmlMode: true },
  )
  const letters = new TextDecoder('utf-8')
  for await (const part of bytes) {
    parser.write(letters.decode(part, { stream: true }))
    yield
  }
  parser.end(letters.decode())
  yield
}

/** Tells all of it. */
export async function hear(bytes: AsyncIterable<Buffer>, listener: Listener): Promise<void> {
  for await (const _ of heard(bytes, listener)) continue
}

/** Some programs write «x:row» where others write «row» (ECMA-376, part 1, 8.1: names are the namespace's). */
const plain = (name: string): string => name.slice(name.indexOf(':') + 1)
