import type { Finding } from '../finding.ts'
import type { Segment } from '../segment.ts'
import { Cutter } from './cutter.ts'
import { encode } from './decode.ts'
import { longestHeader } from './header.ts'
import { Page } from './page.ts'

/** A segment that is read now, with its tag as a number for those who compare many. */
export interface CurrentSegment extends Segment {
  /** `tagCode('CLP')`; 0 for tags of more than three characters. */
  readonly code: number
  /** An amount in hundredths, as whole numbers; null where the element is absent or no decimal number of at most two places. */
  cents(element: number): number | null
}

export interface ReaderHandler {
  /**
   * The same object each time, and valid only until the handler returns: take out of it what is needed. Texts taken out
   * of it stay.
   */
  segment(segment: CurrentSegment): void
  finding?(finding: Finding): void
  /**
   * Tags of the segments that are told; all where it is absent. Others are passed over with one look at each byte, which is
   * several times as fast. Envelopes are followed all the same.
   */
  readonly only?: readonly string[]
}

export interface Reader {
  /** Bytes in pieces of any size, cut anywhere; text counts as its UTF-8. A piece is not needed after the call. */
  write(chunk: Uint8Array | string): void
  /** Tells what is left, and what is missing at the end. */
  end(): void
}

/** Larger pieces are read in steps of this, so that offsets and text stay small. */
const step = 1 << 16
const firstOffsets = 1024
const firstKept = 1024

/**
 * Reads interchanges as they arrive, in constant memory: it keeps the beginning of one segment, and what tells control
 * numbers apart. Segments and findings come in the order of the file.
 */
export function openReader(handler: ReaderHandler): Reader {
  const page = new Page(new Uint8Array(0), 0, firstOffsets)
  const sink = {
    segment: (segment: CurrentSegment): void => handler.segment(segment),
    finding: (finding: Finding): void => handler.finding?.(finding),
  }
  const cutter = new Cutter(page, sink, false, handler.only ?? null)
  let base = 0
  let kept = new Uint8Array(firstKept)
  let length = 0
  let half = ''

  function keep(piece: Uint8Array): void {
    if (length + piece.length > kept.length) {
      const larger = new Uint8Array(Math.max(kept.length * 2, length + piece.length))
      larger.set(kept.subarray(0, length))
      kept = larger
    }
    kept.set(piece, length)
    length += piece.length
  }

  function readKept(isLast: boolean): void {
    page.turn(kept.subarray(0, length), base)
    const read = cutter.read(0, length, isLast)
    kept.copyWithin(0, read, length)
    base += read
    length -= read
  }

  function take(piece: Uint8Array): void {
    if (length === 0) {
      page.turn(piece, base)
      const read = cutter.read(0, piece.length, false)
      base += read
      if (read < piece.length) keep(piece.subarray(read))
      return
    }
    const last = cutter.lastByteOfSegment
    keep(piece)
    // A long segment that arrives byte by byte is not looked through again for each of them.
    if (last !== null && length > longestHeader && length <= cutter.longest && !piece.includes(last)) return
    readKept(false)
  }

  return {
    write(chunk) {
      let bytes = chunk
      if (typeof bytes === 'string') {
        const text = half + bytes
        const isCut = /[\ud800-\udbff]$/.test(text)
        half = isCut ? text.slice(-1) : ''
        bytes = encode(isCut ? text.slice(0, -1) : text)
      }
      for (let at = 0; at < bytes.length; at += step) take(bytes.subarray(at, at + step))
    },
    end() {
      if (half !== '') take(encode(half))
      half = ''
      const left = length
      readKept(true)
      cutter.close(left)
    },
  }
}
