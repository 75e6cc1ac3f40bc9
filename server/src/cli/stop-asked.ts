import { isWorker } from './workers.ts'

/**
 * Resolves with the first signal that asks to stop; a second one ends the process at once. One of several hears of Ctrl-C
 * twice, from the terminal and from who started it: to it a second is no haste.
 */
export function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const ask = (): void => {
      if (asked && !isWorker) process.exit(130)
      asked = true
      resolve()
    }
    process.on('SIGINT', ask)
    process.on('SIGTERM', ask)
  })
}
