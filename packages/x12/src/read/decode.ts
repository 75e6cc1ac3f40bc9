/** Both are in every browser and in Node; the package is compiled without the types of either. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

const latin = new TextDecoder('latin1')
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

export function encode(text: string): Uint8Array {
  return encoder.encode(text)
}

/** One character a byte, so that a place in the text is a place in the bytes. Right where all bytes are ASCII. */
export function decodeBlock(bytes: Uint8Array): string {
  return latin.decode(bytes)
}

/**
 * Bytes as text: UTF-8 where they are that, else Latin-1.
 *
 * @param withoutBreaks leaves line breaks out: a file may be wrapped anywhere, and no element holds one
 */
export function decodeBytes(bytes: Uint8Array, start: number, end: number, withoutBreaks: boolean): string {
  const part = bytes.subarray(start, end)
  const text = decodeUtf8(part) ?? latin.decode(part)
  return withoutBreaks ? text.replace(/[\r\n]/g, '') : text
}

function decodeUtf8(part: Uint8Array): string | null {
  try {
    return utf8.decode(part)
  } catch {
    return null
  }
}
