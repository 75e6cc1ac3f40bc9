import { expect, test } from 'vitest'
import { isShowable, sniffFile } from './file-kind.ts'

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : [...part])),
  )
}

const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const ihdr = [0, 0, 0, 13, ...bytes('IHDR'), 0, 0, 3, 32, 0, 0, 2, 88, 8, 2, 0, 0, 0, 1, 2, 3, 4]
const iend = [0, 0, 0, 0, ...bytes('IEND'), 0xae, 0x42, 0x60, 0x82]
const png = bytes(pngHead, ihdr, iend)

test('a PNG from its signature to its end', () => {
  expect(sniffFile(png)).toEqual({ kind: 'image/png', size: { width: 800, height: 600 } })
  expect(sniffFile(bytes([...png], '<script>'))).toBeNull()
  expect(sniffFile(png.subarray(0, -1))).toBeNull()
  expect(sniffFile(bytes(pngHead, iend))).toBeNull()
})

test('a JPEG by its frame, behind segments, fill bytes and tables', () => {
  const app = [0xff, 0xe1, 0, 6, 1, 2, 3, 4]
  const table = [0xff, 0xc4, 0, 4, 1, 2]
  const frame = [0xff, 0xff, 0xc2, 0, 11, 8, 0x02, 0x58, 0x03, 0x20, 1, 1, 0x11, 0]
  const jpeg = bytes([0xff, 0xd8], app, table, frame)
  expect(sniffFile(jpeg)).toEqual({ kind: 'image/jpeg', size: { width: 800, height: 600 } })
  expect(sniffFile(bytes([0xff, 0xd8], app))).toBeNull()
  expect(sniffFile(bytes([0xff, 0xd8], app, [0xff, 0xda, 0, 4, 0, 0]))).toBeNull()
  expect(sniffFile(bytes([0xff, 0xd8, 0xff], '<html>'))).toBeNull()
})

test.each([
  ['VP8 ', [0x30, 1, 0, 0x9d, 0x01, 0x2a, 0x20, 0x03, 0x58, 0x02]],
  ['VP8L', [0x2f, 0x1f, 0xc3, 0x95, 0, 0, 0, 0, 0, 0]],
  ['VP8X', [0, 0, 0, 0, 0x1f, 0x03, 0, 0x57, 0x02, 0]],
])('a WebP of the kind %s', (kind, rest) => {
  const body = bytes('WEBP', kind, [10, 0, 0, 0], rest)
  const webp = bytes('RIFF', [body.length, 0, 0, 0], [...body])
  expect(sniffFile(webp)).toEqual({ kind: 'image/webp', size: { width: 800, height: 600 } })
  expect(sniffFile(bytes([...webp], '<html>'))).toBeNull()
})

test('a PDF at its very beginning; a page, a drawing, an office file and nothing are not taken', () => {
  expect(sniffFile(bytes('%PDF-1.7\n'))).toEqual({ kind: 'application/pdf', size: null })
  for (const other of ['<html>%PDF-1.7', '<svg xmlns="">', 'PK\u0003\u0004', 'GIF89a', 'II*\u0000', ''])
    expect(sniffFile(bytes(other))).toBeNull()
})

test('no byte alone makes it fail', () => {
  for (let length = 0; length < png.length; length += 1) expect(sniffFile(png.subarray(0, length))).toBeNull()
})

test('a small file of a huge picture is not shown', () => {
  const huge = Uint8Array.from(png)
  huge.set([0, 1, 0, 0, 0, 1, 0, 0], 16)
  const file = sniffFile(huge)
  expect(file && isShowable(file)).toBe(false)
  expect(isShowable({ kind: 'image/png', size: { width: 6000, height: 8000 } })).toBe(true)
})
