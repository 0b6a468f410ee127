import type { AddressInfo } from 'node:net'
import { callbackify } from 'node:util'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type LetterBox = {
  /** For `SMTP_URL`. */
  url: string
  /** The newest letter to an address; waits for it, at most half a minute. */
  letterTo(address: string): Promise<ParsedMail>
  /** Whether one has come, without waiting. */
  has(address: string): boolean
  close(): Promise<void>
}

const PATIENCE_MS = 30_000

/** A mail server on a port of its own that takes every letter and keeps it, read as its recipient would read it. */
export async function openLetterBox(): Promise<LetterBox> {
  const letters = new Map<string, ParsedMail>()
  const waiting = new Map<string, (mail: ParsedMail) => void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const keep = async (): Promise<void> => {
        const mail = await simpleParser(stream)
        for (const { address } of session.envelope.rcptTo) {
          letters.set(address, mail)
          waiting.get(address)?.(mail)
        }
      }
      callbackify(keep)((fault) => done(fault))
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letterTo: (address) => letterTo(address, letters, waiting),
    has: (address) => letters.has(address),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

function letterTo(address: string, letters: Map<string, ParsedMail>, waiting: Map<string, (mail: ParsedMail) => void>) {
  return new Promise<ParsedMail>((resolve, reject) => {
    const there = letters.get(address)
    if (there) return resolve(there)
    const late = setTimeout(() => reject(new Error(`no letter to ${address} came`)), PATIENCE_MS)
    waiting.set(address, (mail) => {
      clearTimeout(late)
      resolve(mail)
    })
  })
}
