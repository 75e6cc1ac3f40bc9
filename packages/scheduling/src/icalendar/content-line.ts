/** RFC 5545, 3.1: a line has at most 75 octets of UTF-8, its break not counted; what follows begins with a blank. */
const mostOctets = 75

/** A property with its value, folded. No character is cut in two, though the RFC would allow it: some readers do not join them. */
export function contentLine(name: string, value: string): string {
  const lines: string[] = []
  let line = ''
  let octets = 0
  for (const character of `${name}:${value}`) {
    const more = octetsOf(character)
    if (octets + more > mostOctets) {
      lines.push(line)
      line = ' '
      octets = 1
    }
    line += character
    octets += more
  }
  return [...lines, line].join('\r\n')
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line break are escaped; control characters have no place in a text. */
export function textValue(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|\n/g, '\n')
    .replaceAll(/[\p{Cc}--[\t\n]]/gv, '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** RFC 5545, 3.1, and RFC 6868: a parameter in quotes; what quotes cannot hold is written with a caret. */
export function quoted(text: string): string {
  const safe = text
    .toWellFormed()
    .replaceAll('^', '^^')
    .replaceAll('"', "^'")
    .replaceAll(/\r\n?|\n/g, '^n')
    .replaceAll(/[\p{Cc}--\t]/gv, '')
  return `"${safe}"`
}
