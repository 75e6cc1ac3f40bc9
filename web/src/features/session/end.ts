import { session } from '@foyer/contract'
import { call } from '../../app/client.ts'
import { locked, signedOut } from '../../app/session.ts'
import { tellWindows } from './windows.ts'

/** Covers the screen at once; the server is told, and if it cannot be, the cover stays. */
export function lockNow(): void {
  locked()
  tellWindows('locked')
  call(session.lockSession, {}, { background: true }).catch(() => {})
}

/** Ends the session here; the page empties even when the server cannot be reached. */
export function signOutNow(): void {
  void (async () => {
    try {
      await call(session.signOut, {})
    } catch {
      // The cookie then ends by its own age; nothing readable stays on the screen.
    }
    tellWindows('signed-out')
    signedOut()
  })()
}
