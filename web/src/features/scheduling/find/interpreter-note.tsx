import { languageName } from '@foyer/patients'
import { attributeOf, attributesOf, hasInterpreter, speaks } from '@foyer/scheduling'
import { usePractice } from '../../../app/site.ts'
import { Button, Notice } from '../../../ui/index.ts'
import type { VisitType } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { counterpart, withVisitType } from '../wish/counterpart.ts'
import { useWords } from '../words.ts'
import type { Finder } from './use-finder.ts'

type InterpreterNoteProps = { readonly finder: Finder; readonly names: Names }

/** People of a group do not all speak the same. */
function mayHaveOne({ rules: { seats = 1 } }: VisitType): boolean {
  return seats === 1
}

/** Somebody needs an interpreter and a visit has none, the first or one that follows it, or nobody here interprets what they speak. */
export function InterpreterNote({ finder: { person, wish, change, move }, names }: InterpreterNoteProps) {
  const { say, locale } = useWords()
  const { visitTypes, resources } = usePractice()
  if (!person?.interpreterNeeded || wish.visitTypeId === null) return null
  const language = languageName(person.language, locale)
  const legs = [wish.visitTypeId, ...wish.then.map(({ visitTypeId }) => visitTypeId)].flatMap((id, at) => {
    const type = visitTypes.find((one) => one.id === id)
    return type ? [{ type, at }] : []
  })
  const isSpoken = resources.some(
    (one) => one.kind === 'interpreter' && one.active && speaks(attributesOf(one), person.language),
  )
  // English needs nobody who translates: it is another help that is asked for.
  const isKnown = isSpoken || speaks([attributeOf('en')], person.language)
  const without = legs.filter(({ type }) => !hasInterpreter(type) && !(wish.interpreter && mayHaveOne(type)))
  return (
    <>
      {without.length < legs.length && !isKnown && <Notice kind="warn" title={say('noInterpreterFor', { language })} />}
      {without.map(({ type, at }) => {
        const other = move.isMoving ? null : counterpart(visitTypes, type.id, hasInterpreter)
        return (
          <Notice
            key={at}
            kind="warn"
            title={
              legs.length > 1
                ? say('interpreterNeededIn', { language, what: names.typeOf(type.id) })
                : say('interpreterNeeded', { language })
            }
          >
            {other && (
              <Button size="sm" onPress={() => change(withVisitType(wish, at, other.id))}>
                {names.typeOf(other.id)}
              </Button>
            )}{' '}
            {isKnown && mayHaveOne(type) && (
              <Button size="sm" onPress={() => change({ interpreter: true })}>
                {say('interpreterAdd')}
              </Button>
            )}
          </Notice>
        )
      })}
    </>
  )
}
