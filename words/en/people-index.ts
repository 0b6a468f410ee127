import { joining } from './joining.ts'
import { structure } from './structure.ts'
import { tree } from './tree.ts'

/** What only pages about people say: fetched with them, so that the first load does not carry it. */
export const peoplePages = { ...joining, ...structure, ...tree } as const
