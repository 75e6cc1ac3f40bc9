import type { ConsentKind } from '@foyer/patients'
import type { NewestText } from './shapes.ts'

export interface TextDraft {
  readonly kind: ConsentKind
  readonly language: string
  readonly title: string
  readonly scope: string
  readonly body: string
  readonly validDays: number | null
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly sameMeaning: boolean
}

/** A new version begins today, unless the one before has not begun yet. */
export function draftOf(text: NewestText | null, today: string): TextDraft {
  return {
    kind: text?.kind ?? 'treatment',
    language: text?.language ?? 'en',
    title: text?.title ?? '',
    scope: text?.scope ?? '',
    body: text?.body ?? '',
    validDays: text === null ? 365 : text.validDays,
    effectiveFrom: text !== null && text.effectiveFrom > today ? text.effectiveFrom : today,
    effectiveTo: text?.effectiveTo ?? null,
    sameMeaning: false,
  }
}
