/** A tag of at most three characters as one number, so that tags are compared without making text. */
export function tagCode(tag: string): number {
  return tag.length > 3 ? 0 : packed(tag.charCodeAt(0), tag.charCodeAt(1), tag.charCodeAt(2), tag.length)
}

/** The same of bytes; lower case counts as upper case. 0 for longer ones. */
export function tagCodeAt(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start
  return length > 3 ? 0 : packed(upper(bytes[start]), upper(bytes[start + 1]), upper(bytes[start + 2]), length)
}

const known = new Map<number, string>()
const mostKnown = 2000

/** Text of a code; one string a tag, however many segments have it. */
export function tagOf(code: number): string {
  const before = known.get(code)
  if (before !== undefined) return before
  let tag = ''
  for (const byte of [code >> 16, (code >> 8) & 0xff, code & 0xff]) if (byte !== 0) tag += String.fromCharCode(byte)
  if (known.size < mostKnown) known.set(code, tag)
  return tag
}

/** A zero byte would fall out of the number, so a tag with one has none. */
function packed(first: number, second: number, third: number, length: number): number {
  if (length === 3) return second === 0 || third === 0 ? 0 : (first << 16) | (second << 8) | third
  if (length === 2) return second === 0 ? 0 : (first << 16) | (second << 8)
  return length === 1 ? first << 16 : 0
}

function upper(byte: number | undefined): number {
  if (byte === undefined) return 0
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte
}
