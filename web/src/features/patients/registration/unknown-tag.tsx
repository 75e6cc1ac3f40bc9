import { isUnknownPerson, type PersonName } from '@foyer/patients'
import { Tag } from '../../../ui/index.ts'
import { useWords } from './use-words.ts'

/** Beside the name of somebody of whom nobody knows yet who it is; nothing for others. */
export function UnknownTag({ name }: { readonly name: PersonName }) {
  const { say } = useWords()
  return isUnknownPerson(name) ? <Tag kind="warn">{say('tag_unknown')}</Tag> : null
}
