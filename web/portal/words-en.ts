import { parts } from '#words/en/parts.ts'
import { phone } from '#words/en/phone.ts'
import { portal } from '#words/en/portal.ts'
import { problems } from '#words/en/problems.ts'
import { rounds } from '#words/en/rounds.ts'
import { time } from '#words/en/time.ts'

/** The customer's words in English: fetched when somebody asks for them. */
export const words = { ...time, ...parts, ...problems, ...phone, ...rounds, ...portal }
