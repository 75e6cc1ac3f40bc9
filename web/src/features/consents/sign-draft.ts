import { needsExpiry } from '@foyer/patients'
import type { ConsentText } from './shapes.ts'

export type SignedWith = 'drawn' | 'typed' | 'paper'

export interface SignDraft {
  readonly how: SignedWith
  readonly path: string
  readonly name: string
  readonly until: string | null
}

/** What is still missing before it can be signed. */
export function missingOf(draft: SignDraft, text: ConsentText): 'name' | 'path' | 'until' | null {
  if (draft.how === 'drawn' && draft.path === '') return 'path'
  if (draft.how === 'typed' && draft.name.trim() === '') return 'name'
  return needsExpiry(text.kind) && text.validDays === null && draft.until === null ? 'until' : null
}

export function signatureOf({ how, path, name }: SignDraft) {
  if (how === 'drawn') return { with: how, path } as const
  return how === 'typed' ? ({ with: how, name: name.trim() } as const) : ({ with: how } as const)
}
