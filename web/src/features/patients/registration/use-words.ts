import type { MissingField } from '@foyer/patients'
import { useCatalog, type Say as SayOf } from '../../../app/catalog.ts'
import { words } from './words.ts'

export type Say = SayOf<keyof typeof words.en>

export function useWords() {
  return useCatalog('registration', words)
}

/** "phone, address": fields in the order in which they are asked. */
export function fieldsText(fields: readonly MissingField[], say: Say): string {
  return fields.map((field) => say(`field_${field}`)).join(', ')
}

/** "Registration lacks: phone, address". */
export function useMissingText(): (fields: readonly MissingField[]) => string {
  const { say } = useWords()
  return (fields) => say('missing', { fields: fieldsText(fields, say) })
}
