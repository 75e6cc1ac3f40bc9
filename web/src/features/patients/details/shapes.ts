import type { record, Reply } from '@foyer/contract'
import type { MissingField } from '@foyer/patients'

export type Details = Reply<typeof record.changeWork>
export type OtherName = Details['names'][number]
export type Place = Details['places'][number]
export type FormerHome = Details['formerAddresses'][number]
export type Contact = Details['contacts'][number]
export type Address = NonNullable<Details['address']>

export interface DialogOf {
  readonly details: Details
  /** What the form is opened for; its field has the focus. */
  readonly focusOn?: MissingField | undefined
  readonly onClose: () => void
}

/** An empty field says nothing. */
export function given(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
