import { useEffect } from 'react'
import { loadSession, locked, type Me, signedOut } from '../../app/session.ts'
import { lockNow } from './end.ts'
import { onWindowNews, tellWindows } from './windows.ts'

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
const lookEveryMs = 5_000

/** Locks the screen after the idle time of the practice (45 CFR 164.312(a)(2)(iii)), over all windows of the browser. */
export function useIdleLock(me: Me): void {
  const { locked: isLocked, idleLockMinutes } = me
  useEffect(() => {
    if (isLocked) return
    let last = Date.now()
    let told = last
    const active = () => {
      last = Date.now()
      if (last - told < lookEveryMs) return
      told = last
      tellWindows('active')
    }
    const look = setInterval(() => {
      if (Date.now() - last >= idleLockMinutes * 60_000) lockNow()
    }, lookEveryMs)
    const leaveWindows = onWindowNews((news) => {
      if (news === 'active') last = Date.now()
    })
    for (const sign of signs) window.addEventListener(sign, active, { capture: true, passive: true })
    return () => {
      clearInterval(look)
      leaveWindows()
      for (const sign of signs) window.removeEventListener(sign, active, { capture: true })
    }
  }, [isLocked, idleLockMinutes])

  useEffect(
    () =>
      onWindowNews((news) => {
        if (news === 'locked') locked()
        if (news === 'signed-out') signedOut()
        if (news === 'unlocked' || news === 'signed-in') loadSession().catch(() => {})
      }),
    [],
  )
}
