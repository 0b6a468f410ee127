const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g

/** What an answer tells, as text. Ids and moments are left out: any digits may stand in them by chance. */
export const told = (answer: unknown): string => JSON.stringify(answer).replace(UUID, '').replace(INSTANT, '')
