/** After this many wrong passwords in a row an account waits, longer each time (NIST SP 800-63B, 5.2.2). */
const FREE_TRIES = 5
const FIRST_WAIT_SECONDS = 60
const LONGEST_WAIT_SECONDS = 3600

/** Seconds an account is closed after its `failures`-th wrong password in a row; 0 while tries are free. */
export function lockOutSeconds(failures: number): number {
  if (failures < FREE_TRIES) return 0
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (failures - FREE_TRIES), LONGEST_WAIT_SECONDS)
}

/** Wrong answers at the lock screen before the session ends. */
export const UNLOCK_TRIES = 5
