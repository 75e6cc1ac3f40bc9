export { lockNow, signOutNow } from './end.ts'
export { LockScreen } from './lock-screen.tsx'
export { useIdleLock } from './use-idle-lock.ts'
export { Welcome } from './welcome.tsx'
