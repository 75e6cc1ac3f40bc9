import { findBrowser } from '../../tools/browser.ts'

/** The Chromium that the stories run in. Rejects with one line that names what is missing. */
export function browserPath(): Promise<string> {
  return findBrowser()
}

/** Chromium refuses its sandbox to root. The rest keeps it quiet: no GPU, nothing fetched that a story did not ask for. */
export const launchArgs: string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
