/** Chances that a seed repeats: the same seed gives the same run, as far as the machine's own pace allows. */
export type Dice = {
  /** At least `low`, below `high`. */
  between(low: number, high: number): number
  oneOf<T>(values: readonly T[]): T
  /** True once in `times`. */
  oneIn(times: number): boolean
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + next() * (high - low)
  return {
    between,
    oneIn: (times) => next() * times < 1,
    oneOf(values) {
      const value = values[Math.floor(between(0, values.length))]
      if (value === undefined) throw new Error('nothing to choose from')
      return value
    },
  }
}
