import { Pieces } from './pieces.ts'

type Level = { readonly end: '}' | ']'; isEmpty: boolean }

/** Writes one JSON document piece by piece, so that it need not stand in memory whole: `JSON.stringify` with its indents or without. */
export class JsonWriter {
  readonly #indent: string
  readonly #levels: Level[] = []
  readonly #pieces: Pieces

  /** @param indent '' for one line */
  constructor(write: (text: string) => void, indent: '' | '  ') {
    this.#pieces = new Pieces(write)
    this.#indent = indent
  }

  /** @param key in an object; none in a list */
  openObject(key?: string): void {
    this.#begin(key)
    this.#put('{')
    this.#levels.push({ end: '}', isEmpty: true })
  }

  openList(key?: string): void {
    this.#begin(key)
    this.#put('[')
    this.#levels.push({ end: ']', isEmpty: true })
  }

  close(): void {
    const level = this.#levels.pop()
    if (!level) return
    if (!level.isEmpty) this.#break()
    this.#put(level.end)
    if (this.#levels.length === 0) this.#pieces.flush()
  }

  value(value: unknown, key?: string): void {
    this.#begin(key)
    const text = JSON.stringify(value, null, this.#indent)
    this.#put(this.#indent === '' ? text : text.replaceAll('\n', `\n${this.#indent.repeat(this.#levels.length)}`))
  }

  #begin(key: string | undefined): void {
    const level = this.#levels.at(-1)
    if (level) {
      if (!level.isEmpty) this.#put(',')
      level.isEmpty = false
      this.#break()
    }
    if (key !== undefined) this.#put(`${JSON.stringify(key)}:${this.#indent === '' ? '' : ' '}`)
  }

  #break(): void {
    if (this.#indent !== '') this.#put(`\n${this.#indent.repeat(this.#levels.length)}`)
  }

  #put(text: string): void {
    this.#pieces.put(text)
  }
}
