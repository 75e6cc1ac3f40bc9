import { jpegSize } from './jpeg.ts'
import type { PictureSize } from './picture-size.ts'
import { pngSize } from './png.ts'
import { webpSize } from './webp.ts'

/** Kinds of file that a record takes. What can carry a script (SVG, HTML, office files) is none of them. */
export const fileKinds = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type FileKind = (typeof fileKinds)[number]

export interface SniffedFile {
  readonly kind: FileKind
  /** Null for a PDF. */
  readonly size: PictureSize | null
}

/** A picture this large takes a browser hundreds of megabytes to show, however small its file is. */
export const MOST_PIXELS = 60_000_000

/**
 * What a file is by its own bytes (WHATWG MIME Sniffing, 6.1 and 6.2), whatever its name or sender says. Null for
 * everything that a record does not take: another kind, a broken head, a file that goes on after its own end.
 */
export function sniffFile(bytes: Uint8Array): SniffedFile | null {
  const picture =
    sized('image/png', pngSize(bytes)) ?? sized('image/jpeg', jpegSize(bytes)) ?? sized('image/webp', webpSize(bytes))
  if (picture) return picture
  return startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]) ? { kind: 'application/pdf', size: null } : null
}

/** Whether a browser can show the picture without choking on it. */
export function isShowable({ size }: SniffedFile): boolean {
  return size === null || size.width * size.height <= MOST_PIXELS
}

function sized(kind: FileKind, size: PictureSize | null): SniffedFile | null {
  return size !== null && size.width > 0 && size.height > 0 ? { kind, size } : null
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte)
}
