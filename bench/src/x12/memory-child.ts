import { closeSync, createReadStream, openSync, readFileSync, readSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { X12parser } from 'x12-parser'
import { typed } from './contenders.ts'

/**
 * Streams a file so many times over and says the most memory that took: `memory-child.ts foyer|node|x12-parser <file> <times>`.
 * Foyer's pieces are read into one buffer, and the room for young objects does not grow, as `foyer x12 validate` does it. Node's own stream makes a buffer for each piece, so
 * that it grows by itself: `node` says how much, with nobody who reads.
 */
const [who = '', file = '', times = '1'] = process.argv.slice(2)
const pieceBytes = 1 << 16
if (who === 'foyer') setFlagsFromString('--semi-space-growth-factor=1')
let count = 0
const reader = typed()
for (let turn = 0; turn < Number(times); turn++) {
  if (who === 'foyer') {
    readPieces()
    continue
  }
  const stream = createReadStream(file, { highWaterMark: pieceBytes })
  if (who === 'node') for await (const chunk of stream) count += (chunk as Buffer).length
  else for await (const segment of stream.pipe(new X12parser())) count += Object.keys(segment as object).length
}
if (who === 'foyer') reader.end()
// Of this process alone: what the system says of the most resident memory counts the process it was started from.
const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))
console.log(JSON.stringify({ count: count + reader.sum(), megabytes: Number(peak?.[1]) / 1024 }))

function readPieces(): void {
  const buffer = Buffer.alloc(pieceBytes)
  const opened = openSync(file, 'r')
  for (;;) {
    const length = readSync(opened, buffer, 0, buffer.length, null)
    if (length === 0) break
    reader.write(buffer.subarray(0, length))
  }
  closeSync(opened)
}
