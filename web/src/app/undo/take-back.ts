import type { EndpointSpec } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import { showToast, type SignalKind } from '../../ui/index.ts'
import { refresh } from '../ask.ts'

/** What was taken back; `warn` where only a part of it could be. */
export type TakenBack = { readonly text: string; readonly kind?: Extract<SignalKind, 'ok' | 'warn'> }

export type TakeBackWords = {
  /** The whole sentence for why not: "Could not be undone. …" */
  readonly failed: (why: string) => string
  /** What is said about a server that could not, or was not there. */
  readonly fault: (error: unknown) => string
}

/**
 * Takes a change back and says how that went: nobody is left to guess. `work` answers what to say where it was done, else
 * why not. What was asked at `stale` is asked again either way.
 */
export async function takeBack(
  work: () => Promise<Result<TakenBack, string>>,
  { failed, fault }: TakeBackWords,
  stale: readonly EndpointSpec[],
): Promise<boolean> {
  try {
    const done = await work()
    showToast(done.ok ? done.value : { kind: 'bad', text: failed(done.error) })
    return done.ok
  } catch (error) {
    showToast({ kind: 'bad', text: failed(fault(error)) })
    return false
  } finally {
    void refresh(...stale)
  }
}
