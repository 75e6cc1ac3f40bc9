type Expect = 'value' | 'first-item' | 'name' | 'first-name' | 'colon' | 'next' | 'end'

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const literal = /true|false|null/y
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Where a text stops being JSON (RFC 8259), as an offset; undefined when it is JSON. Engines word their messages
 * differently and quote the content, which may name a patient, so the place is found here. No recursion: depth
 * of nesting cannot overflow the stack.
 */
export function jsonFaultOffset(text: string): number | undefined {
  const open: ('{' | '[')[] = []
  let expect = 'value' as Expect // widened: assignments below would narrow it past what the loop can hold
  let at = 0
  const afterValue = (): Expect => (open.length === 0 ? 'end' : 'next')
  for (;;) {
    at = skipSpace(text, at)
    const char = text[at]
    if (char === undefined) return expect === 'end' ? undefined : text.length
    if (expect === 'end') return at
    const inside = open.at(-1)
    if (expect === 'colon') {
      if (char !== ':') return at
      at += 1
      expect = 'value'
    } else if (closes(expect, inside, char)) {
      open.pop()
      at += 1
      expect = afterValue()
    } else if (expect === 'next') {
      if (char !== ',') return at
      at += 1
      expect = inside === '{' ? 'name' : 'value'
    } else if (char === '"') {
      const end = stringEnd(text, at)
      if (end < 0) return -end - 1
      at = end
      expect = expect === 'name' || expect === 'first-name' ? 'colon' : afterValue()
    } else if (expect === 'name' || expect === 'first-name') {
      return at
    } else if (char === '{' || char === '[') {
      open.push(char)
      at += 1
      expect = char === '{' ? 'first-name' : 'first-item'
    } else {
      const end = matchEnd(number, text, at) ?? matchEnd(literal, text, at)
      if (end === undefined) return at
      at = end
      expect = afterValue()
    }
  }
}

/** Line and column of an offset, both from 1; a column counts UTF-16 units. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let next = text.indexOf('\n'); next !== -1 && next < offset; next = text.indexOf('\n', start)) {
    line += 1
    start = next + 1
  }
  return { line, column: offset - start + 1 }
}

function closes(expect: Expect, inside: '{' | '[' | undefined, char: string): boolean {
  if (inside === '{') return char === '}' && (expect === 'next' || expect === 'first-name')
  return inside === '[' && char === ']' && (expect === 'next' || expect === 'first-item')
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1
  return at
}

/** Offset after the closing quote, or -(offset of the fault) - 1. */
function stringEnd(text: string, from: number): number {
  let at = from + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (Number.isNaN(code) || code < 0x20) return -at - 1
    if (code === 0x22) return at + 1
    if (code === 0x5c) {
      const end = matchEnd(escape, text, at)
      if (end === undefined) return -at - 1
      at = end
    } else at += 1
  }
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
