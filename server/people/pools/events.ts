type Asked = { member: string; asked_by: string; about: string; word: string | null }

declare module '#platform/events/tell.ts' {
  interface Events {
    'pool.made': { name: string; specialities: string }
    /** `from` and `to` of the name and of the trades, where they changed. */
    'pool.changed': { name: string; changes: { field: string; from: string; to: string }[] }
    'pool.archived': { name: string }
    'pool.restored': { name: string }
    'pool.people_put': { name: string; people: number; names: string }
    'pool.people_taken': { name: string; people: number; names: string }
    /** The same of each of them, in his own history. */
    'member.put_into_pool': { name: string; pool: string }
    'member.taken_out_of_pool': { name: string; pool: string }
    /** Who leads it from now on, with the days; names for the sentence. */
    'pool.curators_set': {
      name: string
      names: string
      curators: { member_id: string; name: string; deputy: boolean; from_day: string; to_day: string | null }[]
    }
    'pool.handed_over': { name: string; from: string; to: string; tasks: number }
    'pool_request.asked': Asked
    'pool_request.granted': Asked
    'pool_request.refused': Asked
    'pool_request.withdrawn': Asked
    'speciality.renamed': { name: string; from: string }
    'speciality.archived': { name: string }
    'speciality.restored': { name: string }
    'speciality.merged': { name: string; into: string; people: number; pools: number }
  }
}

export {}
