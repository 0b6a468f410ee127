/** A life told in steps: each `yield` names the moment of the next one. */
export type Story = AsyncGenerator<Date, void>

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** The demo company lives in Minsk, where clocks are not changed. */
const ZONE = '+03:00'

/** The clock of the demo: the present it is made in, and the moment that is being lived. */
export class Timeline {
  readonly present: Date
  moment: Date

  constructor(present: Date) {
    this.present = present
    this.moment = present
  }

  /** A working day so many away from today, which is day 0 even if it is a Sunday: `2026-03-10`. */
  day(offset: number): string {
    const at = new Date(this.present.getTime() + 3 * 60 * MINUTE)
    for (let left = Math.abs(offset); left > 0;) {
      at.setTime(at.getTime() + Math.sign(offset) * DAY)
      if (at.getUTCDay() % 6 !== 0) left--
    }
    return at.toISOString().slice(0, 10)
  }

  /** A moment of that day by the clock on the wall: hours may have minutes as a fraction. */
  at(offset: number, hours: number): Date {
    return new Date(Date.parse(`${this.day(offset)}T00:00:00${ZONE}`) + Math.round(hours * 60) * MINUTE)
  }

  ago(minutes: number): Date {
    return new Date(this.present.getTime() - minutes * MINUTE)
  }

  /**
   * Lives all stories at once, always the earliest step next, so that numbers, ids and the history rise with time.
   *
   * A step whose time has not come yet is taken all the same, shortly before the present, for each story says by
   * itself how far it goes: early on a Monday morning the demo has as many orders in each phase as at noon.
   */
  async live(stories: readonly Story[]): Promise<void> {
    const waiting: { story: Story; at: number }[] = []
    const goOn = async (story: Story, last: number) => {
      const { value, done } = await story.next()
      if (!done) waiting.push({ story, at: Math.max(last, this.#past(value, last)) })
    }
    for (const story of stories) await goOn(story, 0)
    for (;;) {
      waiting.sort((a, b) => a.at - b.at)
      const next = waiting.shift()
      if (!next) return
      this.moment = new Date(next.at)
      await goOn(next.story, next.at)
    }
  }

  #past(wanted: Date, last: number): number {
    if (wanted <= this.ago(JUST_NOW)) return wanted.getTime()
    return Math.min(Math.max(last, this.ago(2 * JUST_NOW).getTime()) + MINUTE, this.present.getTime() - 1000)
  }
}

/** Minutes before the present, up to which a step happens when its story says. */
const JUST_NOW = 25
