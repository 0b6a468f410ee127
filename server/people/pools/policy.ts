import type { Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can } from '../rights.ts'
import { handles } from '../substitutions/acts-for.ts'

type Someones = { name: string; archived_at: string | null; leads: boolean; curates: boolean }
type Asked = { state: string; over: boolean; asked_by_id: string; leads: boolean; led_by_nobody: boolean }

/** Who may do what to a pool and to the requests for its people (POOL-3, POOL-6, POOL-10). */
export const poolPolicy = {
  /** Owner and administrators lead every pool, and need nobody's word for its people. */
  leadsAll: (viewer: Pick<Viewer, 'kind' | 'rights'>): boolean =>
    viewer.kind === 'system' || can(viewer, 'people.manage'),

  make(viewer: Viewer): Refusal | null {
    return can(viewer, 'performers.manage') ? null : no('pool.managers_only')
  },

  change(viewer: Viewer, pool: Someones): Refusal | null {
    return poolPolicy.leadsAll(viewer) || pool.leads ? stands(pool) : no('pool.not_yours', { pool: pool.name })
  },

  /** A deputy leads the pool, and does not say whose it is. */
  curate(viewer: Viewer, pool: Someones): Refusal | null {
    return poolPolicy.leadsAll(viewer) || pool.curates ? stands(pool) : no('pool.not_curator', { pool: pool.name })
  },

  restore(viewer: Viewer, pool: Someones): Refusal | null {
    if (!poolPolicy.leadsAll(viewer) && !pool.curates) return no('pool.not_curator', { pool: pool.name })
    return pool.archived_at === null ? notNow('pool.not_archived') : null
  },

  answer(viewer: Viewer, request: Asked): Refusal | null {
    if (!poolPolicy.leadsAll(viewer) && !request.leads) return no('pool_request.not_yours')
    if (request.state !== 'asked') return notNow('pool_request.answered')
    return request.over ? notNow('pool_request.over') : null
  },

  withdraw(viewer: Viewer, request: Asked): Refusal | null {
    if (!handles(viewer, request.asked_by_id)) return no('pool_request.not_asked_by_you')
    return request.state === 'asked' || request.state === 'granted' ? null : notNow('pool_request.answered')
  },

  /** Trades are the whole company's. */
  specialities(viewer: Viewer): Refusal | null {
    return can(viewer, 'company.settings') ? null : no('speciality.not_yours')
  },
}

const stands = ({ name, archived_at }: Someones): Refusal | null =>
  archived_at === null ? null : notNow('pool.archived', { pool: name })
