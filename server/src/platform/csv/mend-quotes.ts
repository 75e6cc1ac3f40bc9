/** Lines one row may go over; a field with more is a quote that nobody closed. */
const MOST_LINES = 40
/** Longer is no line of a table: it goes on as it is. */
const LONGEST_LINE = 1_000_000

interface Line {
  readonly isOpen: boolean
  readonly fields: number
}

/**
 * CSV text in which a quote that nobody closed costs its own line and none after it: that line comes out empty, and
 * `onLost` is told its number, from 1. A row is taken for such when it is not closed within forty lines, or when a line
 * within the quote is by itself a row as wide as the header.
 */
export async function* mendQuotes(
  parts: AsyncIterable<string>,
  delimiter: string,
  onLost: (line: number) => void,
): AsyncGenerator<string> {
  let width = 0
  let number = 0
  let waiting: string[] = []
  /** Gives what is settled; a row still open stays until it is closed or lost. */
  function* settle(isEnd: boolean): Generator<string> {
    while (waiting.length > 0) {
      const end = endOfRow(waiting, delimiter, width)
      if (end === null && !isEnd && waiting.length <= MOST_LINES) return
      const lines = waiting.splice(0, end ?? 1)
      number += lines.length
      if (width === 0) width = end === null ? 0 : scan(lines.join(''), delimiter, false).fields
      if (end !== null) yield lines.join('')
      else {
        onLost(number)
        yield ending.exec(lines[0] ?? '')?.[0] ?? ''
      }
    }
  }
  let rest = ''
  for await (const part of parts) {
    const lines = (rest + part).split(lineStart)
    // The last is kept until it is known to be whole: a line break may be cut between its two signs.
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST_LINE) {
      lines.push(rest)
      rest = ''
    }
    for (const line of lines) {
      waiting.push(line)
      if (waiting.length === 1 && !line.includes('"') && width > 0) {
        waiting = []
        number += 1
        yield line
      } else yield* settle(false)
    }
  }
  if (rest !== '') waiting.push(...rest.split(lineStart))
  yield* settle(true)
}

const lineStart = /(?<=\n|\r(?!\n))/
const ending = /[\r\n]*$/

/** How many of these lines the first row takes; null while it is open, or lost. */
function endOfRow(lines: readonly string[], delimiter: string, width: number): number | null {
  let isOpen = false
  for (const [at, line] of lines.slice(0, MOST_LINES).entries()) {
    if (isOpen && width >= 4) {
      const alone = scan(line, delimiter, false)
      if (!alone.isOpen && alone.fields === width) return null
    }
    isOpen = scan(line, delimiter, isOpen).isOpen
    if (!isOpen) return at + 1
  }
  return null
}

/** Reads one line as the parser does: a quote opens at the beginning of a field and closes at its end. */
function scan(text: string, delimiter: string, wasOpen: boolean): Line {
  let isOpen = wasOpen
  let isStart = !wasOpen
  let fields = 1
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (isOpen) {
      if (sign !== '"') continue
      if (text[at + 1] === '"') at += 1
      else if (/^[^\S\r\n]*$/.test(text.slice(at + 1, at + 1 + distance(text, at + 1, delimiter)))) isOpen = false
    } else if (sign === delimiter) {
      fields += 1
      isStart = true
    } else if (sign === '"' && isStart) {
      isOpen = true
      isStart = false
    } else if (sign.trim() !== '') isStart = false
  }
  return { isOpen, fields }
}

/** Signs until the field ends. */
function distance(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at - from
}
