import { unescaped } from './cell-text.ts'

/** Signs of a cell that Excel keeps; a file may claim more. */
const LONGEST = 32_767

/** Gathers a text of one look or of several: what stands in `t`, but for how it is to be read aloud (`rPh`). */
export class Words {
  #text = ''
  #listens = false
  #aloud = false

  opened(name: string): void {
    if (name === 'rPh') this.#aloud = true
    if (name === 't') this.#listens = !this.#aloud
  }

  text(part: string): void {
    if (this.#listens && this.#text.length < LONGEST) this.#text += part
  }

  closed(name: string): void {
    if (name === 't') this.#listens = false
    if (name === 'rPh') this.#aloud = false
  }

  /** What was gathered since it was last asked. */
  taken(): string {
    const text = unescaped(this.#text.slice(0, LONGEST))
    this.#text = ''
    return text
  }
}
