import { languageName } from '@foyer/patients'
import { attributeOf, attributesOf, hasInterpreter, speaks } from '@foyer/scheduling'
import { usePractice } from '../../../app/site.ts'
import { Button, Notice } from '../../../ui/index.ts'
import type { Names } from '../use-names.ts'
import { counterpart } from '../wish/counterpart.ts'
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
    const isSpoken = resources.some(
      (one) => one.kind === 'interpreter' && one.active && speaks(attributesOf(one), person.language),
    )
    // English needs nobody who translates: it is another help that is asked for.
    if (isSpoken || speaks([attributeOf('en')], person.language)) return null
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
