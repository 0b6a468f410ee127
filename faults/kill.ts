import { setTimeout as pause } from 'node:timers/promises'
import { openPool } from '#platform/db/pool.ts'
import { type Dice, diceOf } from './dice.ts'
import type { Load } from './loads.ts'
import { startVictim, type Victim } from './victim.ts'
import { startWriters, type Told } from './writers.ts'

export type KillOrder = { seed: number; kills: number; load: Load }
export type Verdict = { faults: string[]; figures: Record<string, number | string> }

/**
 * `kill -9` of the server, of PostgreSQL, or of both, at random moments under a load of writes, also while they are
 * just starting. Afterwards every acknowledged write is there once, whole; and nothing is left running.
 */
export async function killStory({ seed, kills, load }: KillOrder): Promise<Verdict> {
  const dice = diceOf(seed)
  const victim = await startVictim()
  try {
    await victim.answers()
    const writeOf = await load.open(victim.url)
    const writers = startWriters({ url: victim.url, dice, writeOf, writers: 8 })
    const killed = await killAll(victim, dice, kills)
    await victim.answers()
    const told = await writers.finish()
    const faults = await audit(victim, load, told)
    const { code, orphans } = await victim.stop()
    if (code !== 0) faults.push(`the server ended with ${code}`)
    if (orphans) faults.push('a process still holds the folder')
    const troubles = [...told.troubles].map(([what, times]) => `${what} ×${times}`).join(', ')
    const counts = { acknowledged: told.acknowledged.size, abandoned: told.abandoned.size }
    return { faults, figures: { ...killed, ...counts, troubles } }
  } catch (error) {
    victim.killServer()
    return { faults: [String(error)], figures: {} }
  } finally {
    const said = victim.remains()
    if (process.env['LOUD']) console.log(said)
  }
}

async function killAll(victim: Victim, dice: Dice, kills: number) {
  const killed = { server: 0, database: 0, both: 0 }
  for (let n = 0; n < kills; n++) {
    // One in four falls into a start, the others into work that is going on.
    if (!dice.oneIn(4)) await victim.answers()
    await pause(dice.between(50, 2500))
    const target = dice.oneOf(['server', 'database', 'both'] as const)
    if (target !== 'server') victim.killDatabase()
    if (target !== 'database') victim.killServer()
    killed[target]++
    await pause(dice.between(0, 300))
    victim.revive()
  }
  return killed
}

type Row = { mark: string; times: number; events: number }

/** Every acknowledged write once, every other at most once, and each with the one fact of its making. */
async function audit(victim: Victim, load: Load, told: Told): Promise<string[]> {
  const pool = openPool(victim.superuser_url(), { max: 1, prepare: false, name: 'faults' })
  const rows = await pool.unsafe<Row[]>(load.audit)
  await pool.end()
  const there = new Map(rows.map((row) => [row.mark, row]))
  const lost = [...told.acknowledged].filter((mark) => !there.has(mark))
  const doubled = rows.filter(({ times }) => times !== 1)
  const halved = rows.filter(({ times, events }) => events !== times)
  const named = { lost, doubled, 'not whole': halved, 'never answered': [...told.unsettled] }
  return Object.entries(named).flatMap(([what, them]) => (them.length ? [`${them.length} ${what}`] : []))
}
