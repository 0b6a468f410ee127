/** A call that a stand-in was given. */
export type Call = { method: string; given: Record<string, unknown>; at: number }

type Waiter = { fits: (call: Call) => boolean; take: (call: Call) => void }

const PATIENCE_MS = 30_000

/** What a stand-in was called with, and whoever waits for a call that has not come yet. */
export class Mailbag {
  readonly calls: Call[] = []
  readonly #taken = new Set<Call>()
  #waiting: Waiter[] = []

  put(call: Call): void {
    this.calls.push(call)
    const waiter = this.#waiting.find(({ fits }) => fits(call))
    if (!waiter) return
    this.#waiting = this.#waiting.filter((each) => each !== waiter)
    this.#taken.add(call)
    waiter.take(call)
  }

  /** The first call of a method that fits and that nobody has taken, there already or to come. */
  next(method: string, fits: (call: Call) => boolean = () => true): Promise<Call> {
    const wanted = (call: Call): boolean => call.method === method && fits(call)
    const there = this.calls.find((call) => wanted(call) && !this.#taken.has(call))
    if (there) {
      this.#taken.add(there)
      return Promise.resolve(there)
    }
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`nobody called ${method}`)), PATIENCE_MS)
      const take = (call: Call): void => {
        clearTimeout(late)
        resolve(call)
      }
      this.#waiting.push({ fits: wanted, take })
    })
  }
}
