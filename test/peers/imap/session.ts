import type { Socket } from 'node:net'
import { type Command, BadCommand, CommandReader, atomOf, inSet, listOf, parseCommand, textOf } from './commands.ts'
import { fetched, found, readFetch } from './fetching.ts'
import { type Folder, type Stored, readDate } from './folders.ts'
import type { Mailbox } from './server.ts'

type State = 'stranger' | 'known' | 'selected'
const OPEN_TO: Record<string, readonly State[]> = {
  CAPABILITY: ['stranger', 'known', 'selected'],
  NOOP: ['stranger', 'known', 'selected'],
  ID: ['stranger', 'known', 'selected'],
  LOGOUT: ['stranger', 'known', 'selected'],
  LOGIN: ['stranger'],
  AUTHENTICATE: ['stranger'],
  LIST: ['known', 'selected'],
  LSUB: ['known', 'selected'],
  STATUS: ['known', 'selected'],
  SELECT: ['known', 'selected'],
  EXAMINE: ['known', 'selected'],
  APPEND: ['known', 'selected'],
  IDLE: ['known', 'selected'],
  CLOSE: ['selected'],
  FETCH: ['selected'],
  SEARCH: ['selected'],
  STORE: ['selected'],
  UID: ['selected'],
}

class Refused extends Error {}

/** One client at the server, from the greeting to the end. */
export class Session {
  private state: State = 'stranger'
  private folder: Folder | null = null
  private read_only = false
  /** How many letters the client was told of: what is new is told between commands only. */
  private told = 0
  private idle: { tag: string; stop: () => void } | null = null
  private sasl: { tag: string; mechanism: string } | null = null
  private readonly socket: Socket
  private readonly box: Mailbox

  constructor(socket: Socket, box: Mailbox) {
    this.socket = socket
    this.box = box
    const reader = new CommandReader(() => this.say('+ go on'))
    this.say(`* OK [CAPABILITY ${box.capabilities.join(' ')}] ready`)
    socket.on('data', (bytes: Buffer) => {
      try {
        for (const whole of reader.take(bytes)) this.line(whole)
      } catch (error) {
        this.say(`* BYE ${(error as Error).message}`)
        socket.end()
      }
    })
    socket.on('error', () => {})
    socket.on('close', () => this.idle?.stop())
  }

  private say(line: string): void {
    if (!this.socket.destroyed) this.socket.write(`${line}\r\n`)
  }

  private line(segments: (string | Buffer)[]): void {
    if (this.idle) return this.endIdle(String(segments[0]))
    if (this.sasl) return this.answerSasl(String(segments[0]))
    let tag = '*'
    try {
      const command = parseCommand(segments)
      tag = command.tag
      this.box.asked.push(command.name === 'UID' ? `UID ${atomOf(command.words[0]).toUpperCase()}` : command.name)
      if (!OPEN_TO[command.name]?.includes(this.state)) throw new BadCommand(`${command.name} is not open now`)
      const answer = this.acts[command.name]?.(command)
      if (typeof answer !== 'string') return
      this.tellNews(/^(?:FETCH|STORE|SEARCH)$/.test(command.name))
      this.say(`${tag} OK ${answer}`)
      if (command.name === 'LOGOUT') this.socket.end()
    } catch (error) {
      const at = error instanceof BadCommand && error.tag !== '*' ? error.tag : tag
      if (error instanceof BadCommand) this.box.faults.push(error.message)
      this.say(`${at} ${error instanceof Refused ? 'NO' : 'BAD'} ${(error as Error).message}`)
    }
  }

  /** The words of the tagged OK; null when the answer comes later. */
  private readonly acts: Record<string, (command: Command) => string | null> = {
    NOOP: () => 'done',
    CAPABILITY: () => this.tellAndEnd(`CAPABILITY ${this.box.capabilities.join(' ')}`),
    ID: () => this.tellAndEnd('ID ("name" "peer")'),
    LOGOUT: () => this.tellAndEnd('BYE see you'),
    LOGIN: ({ words }) => this.enter(textOf(words[0]) === this.box.user && textOf(words[1]) === this.box.password),
    AUTHENTICATE: ({ tag, words }) => this.authenticate(tag, words),
    LIST: ({ name, words }) => this.list(name, words),
    LSUB: ({ name, words }) => this.list(name, words),
    STATUS: ({ words }) => this.status(words),
    SELECT: ({ words }) => this.select(this.named(textOf(words[0])), false),
    EXAMINE: ({ words }) => this.select(this.named(textOf(words[0])), true),
    APPEND: ({ words }) => this.append(words),
    IDLE: ({ tag }) => this.beginIdle(tag),
    CLOSE: () => {
      this.folder = null
      this.state = 'known'
      return 'done'
    },
    UID: ({ words }) => this.ofLetters(atomOf(words[0]).toUpperCase(), words.slice(1), true),
    FETCH: ({ name, words }) => this.ofLetters(name, words, false),
    SEARCH: ({ name, words }) => this.ofLetters(name, words, false),
    STORE: ({ name, words }) => this.ofLetters(name, words, false),
  }

  private tellAndEnd(line: string): string {
    this.say(`* ${line}`)
    return 'done'
  }

  private enter(right: boolean): string {
    if (this.box.login_fault) throw new Refused(this.box.login_fault)
    if (!right) throw new Refused('[AUTHENTICATIONFAILED] Invalid credentials')
    this.state = 'known'
    return `[CAPABILITY ${this.box.capabilities.join(' ')}] in`
  }

  private authenticate(tag: string, words: Command['words']): string | null {
    const mechanism = atomOf(words[0]).toUpperCase()
    if (!this.box.capabilities.includes(`AUTH=${mechanism}`)) throw new Refused('that mechanism is not offered')
    if (words[1]) return this.enter(this.isRight(mechanism, atomOf(words[1])))
    this.sasl = { tag, mechanism }
    this.say('+ ')
    return null
  }

  private answerSasl(line: string): void {
    const { tag, mechanism } = this.sasl ?? { tag: '*', mechanism: '' }
    this.sasl = null
    try {
      this.say(`${tag} OK ${this.enter(line !== '' && this.isRight(mechanism, line))}`)
    } catch (error) {
      this.say(`${tag} NO ${(error as Error).message}`)
    }
  }

  private isRight(mechanism: string, answer: string): boolean {
    const said = Buffer.from(answer, 'base64').toString('utf8')
    const { user, password, token } = this.box
    if (mechanism === 'PLAIN') return said.split('\0').slice(1).join('\0') === `${user}\0${password}`
    return token !== null && said === `user=${user}\x01auth=Bearer ${token}\x01\x01`
  }

  private named(name: string): Folder {
    const folder = this.box.folders.find((each) => each.name === (name.toUpperCase() === 'INBOX' ? 'INBOX' : name))
    if (!folder) throw new Refused('[NONEXISTENT] no such folder')
    return folder
  }

  private list(name: string, words: Command['words']): string {
    const pattern = textOf(words[1])
    if (pattern === '') this.say(`* ${name} (\\Noselect) "/" ""`)
    const fits = new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll(/[*%]/g, '.*')}$`)
    for (const folder of this.box.folders)
      if (pattern && fits.test(folder.name))
        this.say(`* ${name} (\\HasNoChildren${folder.use ? ` ${folder.use}` : ''}) "/" "${folder.name}"`)
    return 'done'
  }

  private status(words: Command['words']): string {
    const { name, letters, next, validity } = this.named(textOf(words[0]))
    const values: Record<string, number> = {
      MESSAGES: letters.length,
      UIDNEXT: next,
      UIDVALIDITY: validity,
      UNSEEN: letters.filter(({ flags }) => !flags.has('\\Seen')).length,
      RECENT: 0,
    }
    const said = listOf(words[1]).map((word) => {
      const item = atomOf(word).toUpperCase()
      if (!(item in values)) throw new BadCommand(`STATUS ${item} is not known here`)
      return `${item} ${values[item]}`
    })
    this.say(`* STATUS "${name}" (${said.join(' ')})`)
    return 'done'
  }

  private select(folder: Folder, read_only: boolean): string {
    this.folder = folder
    this.read_only = read_only
    this.state = 'selected'
    this.told = folder.letters.length
    this.say('* FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)')
    this.say(`* ${folder.letters.length} EXISTS`)
    this.say('* 0 RECENT')
    this.say(`* OK [PERMANENTFLAGS (${read_only ? '' : '\\Seen \\Answered'})] flags`)
    this.say(`* OK [UIDVALIDITY ${folder.validity}] is`)
    this.say(`* OK [UIDNEXT ${folder.next}] next`)
    return `[READ-${read_only ? 'ONLY' : 'WRITE'}] in`
  }

  private append(words: Command['words']): string {
    const folder = this.named(textOf(words[0]))
    const rest = words.slice(1)
    const flags = rest[0] && 'list' in rest[0] ? listOf(rest.shift()).map(atomOf) : []
    const date = rest.length > 1 ? readDate(textOf(rest.shift())) : new Date()
    const [letter] = rest
    if (!date || !letter || !('string' in letter)) throw new BadCommand('APPEND of what?')
    return `[APPENDUID ${folder.validity} ${folder.add(letter.string, { date, flags })}] kept`
  }

  private ofLetters(name: string, words: Command['words'], by_uid: boolean): string {
    const { letters } = this.folder ?? { letters: [] }
    const seen = letters.slice(0, this.told)
    if (name === 'SEARCH') {
      const numbers = found(seen, words).map((letter) => (by_uid ? letter.uid : seen.indexOf(letter) + 1))
      this.say(`* SEARCH${numbers.map((n) => ` ${n}`).join('')}`)
      return 'done'
    }
    const set = atomOf(words[0])
    const numbers = seen.map(({ uid }, at) => (by_uid ? uid : at + 1))
    const among = new Set(inSet(set, numbers))
    const chosen = seen.map((letter, at) => ({ letter, at: at + 1 })).filter((_, at) => among.has(numbers[at] ?? 0))
    if (name === 'FETCH') return this.fetch(chosen, words.slice(1), by_uid)
    if (name === 'STORE') return this.store(chosen, words.slice(1))
    throw new BadCommand(`UID ${name} is not known here`)
  }

  private fetch(chosen: { letter: Stored; at: number }[], words: Command['words'], by_uid: boolean): string {
    const asked = readFetch(words, by_uid)
    for (const { letter, at } of chosen) {
      if (this.box.unreadable.has(letter.uid) && asked.items.some((item) => item.startsWith('BODY')))
        throw new Refused('[SERVERBUG] cannot read that letter')
      if (!asked.peeks && !this.read_only) letter.flags.add('\\Seen')
      if (!this.socket.destroyed) this.socket.write(fetched(letter, at, asked))
      if (asked.items.some((item) => item.startsWith('BODY'))) this.box.letterGiven(this.socket)
    }
    return 'done'
  }

  private store(chosen: { letter: Stored; at: number }[], words: Command['words']): string {
    if (this.read_only) throw new Refused('the folder is open for reading only')
    const how = /^([+-]?)FLAGS(\.SILENT)?$/i.exec(atomOf(words[0]))
    if (!how) throw new BadCommand('STORE what?')
    const flags = listOf(words[1]).map(atomOf)
    for (const { letter, at } of chosen) {
      if (how[1] === '') letter.flags.clear()
      for (const flag of flags) {
        if (how[1] === '-') letter.flags.delete(flag)
        else letter.flags.add(flag)
      }
      if (!how[2]) this.say(`* ${at} FETCH (FLAGS (${[...letter.flags].join(' ')}))`)
    }
    return 'done'
  }

  private beginIdle(tag: string): null {
    if (!this.box.capabilities.includes('IDLE')) throw new BadCommand('IDLE is not offered')
    const stop = this.folder?.watch(() => this.tellNews(false)) ?? (() => {})
    this.idle = { tag, stop }
    this.say('+ idling')
    this.tellNews(false)
    return null
  }

  private endIdle(line: string): void {
    const { tag, stop } = this.idle ?? { tag: '*', stop: () => {} }
    stop()
    this.idle = null
    if (line.toUpperCase() === 'DONE') return this.say(`${tag} OK idled`)
    this.box.faults.push(`«${line}» while idling`)
    this.say(`${tag} BAD DONE expected`)
  }

  private tellNews(held: boolean): void {
    if (held || !this.folder || this.folder.letters.length === this.told) return
    this.told = this.folder.letters.length
    this.say(`* ${this.told} EXISTS`)
  }
}
