import { languageName } from '@foyer/patients'
import { usePractice } from '../../../app/site.ts'
import { Button, Notice } from '../../../ui/index.ts'
import type { Names } from '../use-names.ts'
import { counterpart, hasInterpreter } from '../wish/counterpart.ts'
import { useWords } from '../words.ts'
import type { Finder } from './use-finder.ts'

type InterpreterNoteProps = { readonly finder: Finder; readonly names: Names }

/** Somebody needs an interpreter and the visit has none, or nobody here interprets what they speak. */
export function InterpreterNote({ finder: { person, wish, change, move }, names }: InterpreterNoteProps) {
  const { say, locale } = useWords()
  const { visitTypes, resources } = usePractice()
  const type = visitTypes.find(({ id }) => id === wish.visitTypeId)
  if (!person?.interpreterNeeded || !type) return null
  const language = languageName(person.language, locale)
  if (hasInterpreter(type)) {
    const [primary] = person.language.split('-')
    const isSpoken = resources.some(
      ({ kind, active, languages }) =>
        kind === 'interpreter' && active && languages.some((one) => one === person.language || one === primary),
    )
    if (isSpoken || primary === 'en') return null
    return <Notice kind="warn" title={say('noInterpreterFor', { language })} />
  }
  const other = move.isMoving ? null : counterpart(visitTypes, type.id, hasInterpreter)
  return (
    <Notice kind="warn" title={say('interpreterNeeded', { language })}>
      {other && (
        <Button size="sm" onPress={() => change({ visitTypeId: other.id })}>
          {names.typeOf(other.id)}
        </Button>
      )}
    </Notice>
  )
}
