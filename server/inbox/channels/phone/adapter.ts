import { Type } from 'typebox'
import type { Adapter } from '../adapter.ts'

/** Calls, written down by whoever took them. There is no provider: nothing is followed and nothing goes out. */
export const phone: Adapter = {
  kind: 'phone',
  settings: Type.Object({}),
  secrets: Type.Object({}),
  opens: null,
  check: async () => ({ name: '' }),
}
