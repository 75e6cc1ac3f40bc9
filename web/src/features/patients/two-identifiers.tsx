import { formatMrn } from '@foyer/patients'
import { useSite, useToday } from '../../app/site.ts'
import { ageText, bornOn } from './person-text.ts'
import type { PersonLine } from './shapes.ts'
import { useWords } from './use-words.ts'

/** Birth date with age, and MRN: what tells two people of one name apart (NPSG.01.01.01). */
export function TwoIdentifiers({ person }: { readonly person: Pick<PersonLine, 'mrn' | 'birthDate'> }) {
  const { say, locale } = useWords()
  const today = useToday(useSite())
  const age = ageText(person.birthDate, today, say)
  return (
    <span>
      {person.birthDate === '' ? (
        say('bornUnknown')
      ) : (
        <>
          {say('born')} <b>{bornOn(person.birthDate, locale)}</b>
          {age !== null && ` (${age})`}
        </>
      )}{' '}
      · {say('mrn')} <b className="id">{formatMrn(person.mrn)}</b>
    </span>
  )
}
