import type { PictureSize } from './picture-size.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Walks the chunks (PNG, third edition, 5.3): the file begins with IHDR and ends with IEND, nothing stands behind it. */
export function pngSize(bytes: Uint8Array): PictureSize | null {
  if (!signature.every((byte, at) => bytes[at] === byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 33 || nameAt(bytes, 12) !== 'IHDR' || view.getUint32(8) !== 13) return null
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const name = nameAt(bytes, at + 4)
    at += 12 + length
    if (name === 'IEND') return at === bytes.length ? { width: view.getUint32(16), height: view.getUint32(20) } : null
  }
  return null
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
