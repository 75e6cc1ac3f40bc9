import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type CommandIo, UsageError } from './command.ts'
import { openFault } from './open-fault.ts'

const pieceBytes = 1 << 16

/**
 * Reads a file in pieces, through one buffer, so that memory does not grow with the file.
 *
 * @param take a piece is valid until it returns
 * @returns why the file cannot be read as X12; null where it could be
 */
export function streamX12File(path: string, take: (piece: Uint8Array) => void): string | null {
  const file = open(path)
  try {
    return eachPiece(file, take)
  } finally {
    closeSync(file)
  }
}

/** Says why a file was not read. Exit code 1. */
export function refuse(io: CommandIo, refusal: string): number {
  if (io.json) io.out(JSON.stringify({ refusal }))
  else io.note(refusal)
  return 1
}

function eachPiece(file: number, take: (piece: Uint8Array) => void): string | null {
  const buffer = Buffer.alloc(pieceBytes)
  let isFirst = true
  for (;;) {
    const length = readSync(file, buffer, 0, buffer.length, null)
    const piece = buffer.subarray(0, length)
    const refusal = isFirst ? refusalOf(piece) : null
    if (refusal !== null || length === 0) return refusal
    take(piece)
    isFirst = false
  }
}

/** What its first bytes say of a file that is none of X12. */
function refusalOf(start: Uint8Array): string | null {
  const [first = 0, second = 0, third = 0, fourth = 0] = start
  if (start.length === 0) return 'The file is empty.'
  if (first === 0x1f && second === 0x8b) return 'The file is compressed (gzip). Unpack it first: gunzip <file>.'
  if (first === 0x50 && second === 0x4b && third <= 8) return 'The file is a ZIP archive. Unpack it first.'
  const isUtf16 =
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (first !== 0 && second === 0 && third !== 0 && fourth === 0) ||
    (first === 0 && second !== 0 && third === 0 && fourth !== 0)
  return isUtf16 ? 'The file is text in UTF-16; X12 is ASCII or UTF-8. Save it as UTF-8 first.' : null
}

function open(path: string): number {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    throw new UsageError(openFault(path, error))
  }
  if (!fstatSync(file).isDirectory()) return file
  closeSync(file)
  throw new UsageError(`${path} is a folder; which file in it?`)
}
