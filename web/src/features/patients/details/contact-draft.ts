import { formatPhone } from '@foyer/patients'
import type { Contact, Details } from './shapes.ts'

export interface ContactDraft {
  /** Tells rows apart on the screen. */
  readonly key: string
  readonly id: string | null
  readonly system: Contact['system']
  readonly value: string
  readonly use: Contact['use']
  readonly sharedWith: string
  readonly mayLeaveMessage: boolean
}

export function draftsOf({ contacts }: Details): readonly ContactDraft[] {
  return contacts.map((one) => ({
    ...one,
    key: one.id,
    value: one.system === 'phone' ? formatPhone(one.value) : one.value,
    sharedWith: one.sharedWith ?? '',
  }))
}

/** Those of today that do not stand in the drafts any more, nor with the same value: they end. */
export function droppedOf({ contacts }: Details, drafts: readonly ContactDraft[]): readonly Contact[] {
  return contacts.filter((one) => !drafts.some((draft) => draft.id === one.id && shownOf(one) === draft.value.trim()))
}

export function shownOf({ system, value }: Pick<Contact, 'system' | 'value'>): string {
  return system === 'phone' ? formatPhone(value) : value
}

/** The one before it of the same system changes places with it. */
export function raised(drafts: readonly ContactDraft[], key: string): readonly ContactDraft[] {
  const at = drafts.findIndex((one) => one.key === key)
  const one = drafts[at]
  if (!one) return drafts
  const before = drafts.findLastIndex((other, place) => place < at && other.system === one.system)
  const other = drafts[before]
  return other ? drafts.with(before, one).with(at, other) : drafts
}
