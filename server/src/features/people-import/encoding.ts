export const fileEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type FileEncoding = (typeof fileEncodings)[number]

/**
 * How the bytes of a file are meant: by the mark at its start, by the zero bytes of UTF-16 without one, UTF-8 where all
 * of it is, else the letters of Windows.
 */
export async function encodingOf(parts: AsyncIterable<Uint8Array>): Promise<FileEncoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const part of parts) {
      const marked = isFirst ? markOf(part) : null
      if (marked !== null) return marked
      isFirst = false
      decoder.decode(part, { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
}

function markOf(part: Uint8Array): FileEncoding | null {
  const [first, second] = part
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = part.subarray(0, 200)
  const zerosAt = (rest: number) => start.filter((byte, at) => byte === 0 && at % 2 === rest).length
  if (zerosAt(1) > start.length / 4) return 'utf-16le'
  return zerosAt(0) > start.length / 4 ? 'utf-16be' : null
}

export async function* textOf(parts: AsyncIterable<Uint8Array>, encoding: FileEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const part of parts) yield decoder.decode(part, { stream: true })
  yield decoder.decode()
}
