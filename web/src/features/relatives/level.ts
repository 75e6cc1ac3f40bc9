import type { SignalKind } from '../../ui/index.ts'
import type { Related } from './shapes.ts'

/** How loud a level speaks; the words always stand beside it. */
export const kindOfLevel: Readonly<Record<Related['level'], SignalKind>> = {
  acts: 'ok',
  told: 'ok',
  times: 'info',
  billing: 'info',
  message: 'info',
  nothing: 'bad',
}
