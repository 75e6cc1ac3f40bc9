import { sha256, zeroBits } from './sha256.ts'

/** Looks for an answer beside the page, so that an old phone stays quick to the thumb meanwhile. */
self.addEventListener('message', (event: MessageEvent<{ readonly challenge: string; readonly bits: number }>) => {
  const { challenge, bits } = event.data
  for (let answer = 0; ; answer += 1)
    if (zeroBits(sha256(`${challenge}.${answer}`)) >= bits) {
      self.postMessage(answer, { transfer: [] })
      return
    }
})
