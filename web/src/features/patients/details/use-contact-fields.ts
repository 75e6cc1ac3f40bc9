import { conceptText, contactPreferences, contactUses } from '@foyer/patients'
import { type Field, fieldOf } from '../meanwhile/compare.ts'
import { type ContactDraft, orderOf, putOrder, putRow } from './contact-draft.ts'
import type { Contact, Details } from './shapes.ts'
import { useWords } from './use-words.ts'

export interface ContactsDraft {
  readonly rows: readonly ContactDraft[]
  readonly preference: NonNullable<Details['contactPreference']> | 'none'
}

/** Each phone and e-mail is a field of its own, so is the order of each kind: a colleague may have added or ended some. */
export function useContactFields() {
  const { say, locale } = useWords()
  const rowText = (row: ContactDraft | undefined) =>
    row === undefined
      ? say('notThere')
      : [
          row.value,
          conceptText(contactUses, row.use, locale),
          ...(row.sharedWith.trim() === '' ? [] : [say('sharedLine', { who: row.sharedWith })]),
          ...(row.mayLeaveMessage ? [say('messageLine')] : []),
        ].join(' · ')
  const rowField = ({ id, system, value }: ContactDraft): Field<ContactsDraft> => {
    const find = ({ rows }: ContactsDraft) => rows.find((row) => row.id === id)
    return {
      key: String(id),
      label: `${say(system === 'phone' ? 'phones' : 'emails')}: ${value}`,
      of: find,
      put: (into, from) => ({ ...into, rows: putRow(into.rows, String(id), find(from)) }),
      text: (draft) => rowText(find(draft)),
    }
  }
  const orderField = (system: Contact['system'], common: readonly string[]): Field<ContactsDraft> => ({
    key: `order of ${system}`,
    label: say(system === 'phone' ? 'phonesOrder' : 'emailsOrder'),
    of: ({ rows }) => orderOf(rows, system, common),
    put: (into, from) => ({ ...into, rows: putOrder(into.rows, from.rows, system) }),
    text: ({ rows }) =>
      rows
        .filter((row) => row.system === system && row.value !== '')
        .map(({ value }) => value)
        .join(', '),
  })
  return (was: ContactsDraft, theirs: ContactsDraft): readonly Field<ContactsDraft>[] => {
    const isIn = ({ rows }: ContactsDraft, id: string | null) => rows.some((row) => row.id === id)
    const all = [...was.rows, ...theirs.rows.filter((row) => !isIn(was, row.id))]
    const common = was.rows.flatMap(({ id }) => (id !== null && isIn(theirs, id) ? [id] : []))
    return [
      ...all.map(rowField),
      orderField('phone', common),
      orderField('email', common),
      fieldOf('preference', say('prefers'), (code) =>
        code === 'none' ? say('prefer_none') : conceptText(contactPreferences, code, locale),
      ),
    ]
  }
}
