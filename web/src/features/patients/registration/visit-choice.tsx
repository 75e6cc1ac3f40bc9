import type { RegistrationRule } from '@foyer/patients'
import { usePractice } from '../../../app/site.ts'
import { Select } from '../../../ui/index.ts'
import { useWords } from './use-words.ts'

export interface VisitChoiceProps {
  readonly rules: readonly RegistrationRule[]
  readonly visitTypeId: string | null
  readonly onChange: (visitTypeId: string | null) => void
}

const any = 'any'

/** For which visit somebody registers, where visit types ask for something of their own; else nothing. */
export function VisitChoice({ rules, visitTypeId, onChange }: VisitChoiceProps) {
  const { say, locale } = useWords()
  const { visitTypes } = usePractice()
  const strict = visitTypes.filter(({ id, active }) => active && rules.some((rule) => rule.visitTypeId === id))
  if (strict.length === 0) return null
  return (
    <Select
      label={say('forVisit')}
      options={[
        { id: any, label: say('anyVisit') },
        ...strict.map(({ id, name, nameEs }) => ({ id, label: locale === 'es' ? nameEs : name })),
      ]}
      value={visitTypeId ?? any}
      onChange={(id) => onChange(id === any ? null : id)}
    />
  )
}
