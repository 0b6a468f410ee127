import { lookup, type LookupAddress } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { BlockList, connect, isIP, type LookupFunction, type Socket } from 'node:net'
import type { Config } from '../config.ts'

type Hosts = Pick<Config, 'allowed_hosts'>

/** The host lies inside the own network, where a company's settings must not lead the program. */
export class InsideHost extends Error {
  readonly code = 'INSIDE_HOST'

  constructor(host: string) {
    super(`${host} lies inside the own network and is not among ALLOWED_HOSTS`)
  }
}

const INSIDE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Where clouds tell a machine its own secrets.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv4')
/** Of IPv6 only what is given out to the world; out of that, what carries an IPv4 address within is not asked either. */
const WORLD = new BlockList()
WORLD.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv6')

/** An address of this machine, of the own network, or of none. */
export function isInside(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1]
  const kind = isIP(mapped ?? bare)
  if (kind === 4) return INSIDE.check(mapped ?? bare, 'ipv4')
  return kind !== 6 || !WORLD.check(bare, 'ipv6') || INSIDE.check(bare, 'ipv6')
}

const isAllowed = ({ allowed_hosts }: Hosts, host: string): boolean =>
  allowed_hosts.includes(host.toLowerCase().replace(/^\[|\]$/g, ''))

/**
 * Refuses a host that is written as an inside address. Names are judged by `outsideLookup` when they are connected to:
 * what a name means may change between a question and the next.
 */
export function insistOutside(hosts: Hosts, host: string): void {
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0 && !isAllowed(hosts, host) && isInside(host)) throw new InsideHost(host)
}

/** For `lookup` of sockets: the very addresses that are connected to are those that were judged. */
export function outsideLookup(hosts: Hosts): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const found = addresses as LookupAddress[] | undefined
      if (error || !found) return done(error, '')
      const open = isAllowed(hosts, host) ? found : found.filter(({ address }) => !isInside(address))
      const [first] = open
      if (!first) return done(new InsideHost(host), '')
      if (options.all) done(null, open)
      else done(null, first.address, first.family)
    })
  }
}

/** A bare connection to a host outside. */
export function connectOutside(
  hosts: Hosts,
  { host, port, timeout = 20_000 }: { host: string; port: number; timeout?: number },
): Promise<Socket> {
  insistOutside(hosts, host)
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, lookup: outsideLookup(hosts) })
    const late = setTimeout(
      () => socket.destroy(Object.assign(new Error(`no answer of ${host}:${port}`), { code: 'ETIMEDOUT' })),
      timeout,
    )
    socket.once('error', (error) => (clearTimeout(late), reject(error)))
    socket.once('connect', () => {
      clearTimeout(late)
      socket.removeAllListeners('error')
      resolve(socket)
    })
  })
}

type Asked = { method?: string; headers?: Record<string, string>; body?: string; timeout?: number }

/** Asks an address that somebody gave us, by HTTP: no host inside, no redirects, at most a megabyte of answer. */
export function askOutside(
  hosts: Hosts,
  address: string,
  { method = 'POST', headers = {}, body = '', timeout = 20_000 }: Asked = {},
): Promise<{ status: number; body: string }> {
  const url = new URL(address)
  insistOutside(hosts, url.hostname)
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method, headers, lookup: outsideLookup(hosts), signal: AbortSignal.timeout(timeout), agent: false },
      (reply) => {
        const parts: Buffer[] = []
        let size = 0
        reply.on('data', (part: Buffer) => {
          size += part.length
          if (size > 1_000_000) asked.destroy(new Error(`${url.host} answers too much`))
          parts.push(part)
        })
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }))
        reply.on('error', reject)
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
