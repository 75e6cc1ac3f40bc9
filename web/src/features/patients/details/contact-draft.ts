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

/** Rows of the record that do not stand in the drafts any more, nor with the same value: they end. */
export function droppedOf(began: readonly ContactDraft[], drafts: readonly ContactDraft[]): readonly ContactDraft[] {
  return began.filter((one) => !drafts.some((draft) => draft.id === one.id && one.value === draft.value.trim()))
}

/** The row of that id becomes this one, or goes; one that is new stands last. */
export function putRow(rows: readonly ContactDraft[], id: string, row: ContactDraft | undefined) {
  const rest = rows.flatMap((one) => (one.id !== id ? [one] : row === undefined ? [] : [row]))
  return row !== undefined && !rows.some((one) => one.id === id) ? [...rest, row] : rest
}

/** In which order those of a kind stand that are among `ids`. */
export function orderOf(rows: readonly ContactDraft[], system: Contact['system'], ids: readonly string[]) {
  return rows.flatMap(({ id, system: kind }) => (id !== null && kind === system && ids.includes(id) ? [id] : []))
}

/** Those of a kind in the order of `model`; what is not in it stands last. */
export function putOrder(
  rows: readonly ContactDraft[],
  model: readonly ContactDraft[],
  system: Contact['system'],
): readonly ContactDraft[] {
  const place = (row: ContactDraft) => {
    const at = row.id === null ? -1 : model.findIndex(({ id }) => id === row.id)
    return at === -1 ? model.length : at
  }
  const ordered = rows.filter((row) => row.system === system).toSorted((a, b) => place(a) - place(b))
  return [...ordered, ...rows.filter((row) => row.system !== system)]
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
