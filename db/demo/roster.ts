import type { Trade } from './cast.ts'

const MORNING = 9
const LONGEST_DAY = 8

/** A shift: the working day counted from today, its beginning and end by the clock on the wall. */
export type Shift = { day: number; from: number; until: number }
type Hand = { name: string; trade: Trade }
export type Crew = { names: string[]; shifts: Shift[] }

/** Who works when: whoever of a trade is free first, nobody in two places at once. */
export class Roster {
  readonly #hands: readonly Hand[]
  /** Since when a person is free on a day, under «day name». */
  readonly #free = new Map<string, number>()

  constructor(hands: readonly Hand[]) {
    this.#hands = hands
  }

  /**
   * People of a trade for so many hours each, from that day on. Longer work takes several days: it ends on the day
   * that was asked for, unless that is today, when it goes on.
   */
  book(trade: Trade, people: number, { day, hours }: { day: number; hours: number }): Crew {
    const count = Math.ceil(hours / LONGEST_DAY)
    const days = Array.from({ length: count }, (_, at) => day - count + 1 + at)
    const free = (hand: Hand, at: number) => this.#free.get(`${at} ${hand.name}`) ?? MORNING
    const busy = (hand: Hand) => Math.max(...days.map((at) => free(hand, at)))
    const hands = this.#hands
      .filter((hand) => hand.trade === trade)
      .toSorted((a, b) => busy(a) - busy(b))
      .slice(0, people)
    const shifts = days.map((at) => {
      const from = Math.max(...hands.map((hand) => free(hand, at)))
      const until = from + hours / count
      for (const { name } of hands) this.#free.set(`${at} ${name}`, until + 0.5)
      return { day: at, from, until }
    })
    return { names: hands.map(({ name }) => name), shifts }
  }
}
