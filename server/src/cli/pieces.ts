/** Pieces are handed on when they have so many characters together. */
const pieceLength = 1 << 16

/** Gathers short texts to longer ones. */
export class Pieces {
  readonly #write: (text: string) => void
  #texts: string[] = []
  #length = 0

  constructor(write: (text: string) => void) {
    this.#write = write
  }

  put(text: string): void {
    this.#texts.push(text)
    this.#length += text.length
    if (this.#length >= pieceLength) this.flush()
  }

  flush(): void {
    if (this.#length > 0) this.#write(this.#texts.join(''))
    this.#texts = []
    this.#length = 0
  }
}
