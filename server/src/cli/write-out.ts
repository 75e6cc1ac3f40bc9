import { writeSync } from 'node:fs'

const waiting = new Int32Array(new SharedArrayBuffer(4))

/**
 * Writes a piece to standard output and returns when it is taken: what a stream would queue until the command ends is, for a long
 * answer, all of it in memory. Whoever reads and goes away ends the command.
 */
export function writeOut(text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code === 'EPIPE') process.exit(1)
      if (code !== 'EAGAIN') throw error
      // The reader is slower, and its pipe does not block.
      Atomics.wait(waiting, 0, 0, 2)
    }
  }
}
