import {
  accessibilityNeeds,
  askedDeclined,
  birthSexes,
  type Concept,
  ethnicities,
  genderIdentities,
  kinText,
  races,
  relationships,
} from '@foyer/patients'
import { useState } from 'react'
import { Checkbox, FieldGroup, Select, TextField } from '../../../../ui/index.ts'
import { isPhoneTooShort } from '../../draft.ts'
import type { AskedFields } from '../use-rules.ts'
import { useWords } from '../use-words.ts'
import styles from '../registration.module.css'
import { type Besides, besidesFields, type Race } from './besides.ts'

export interface BesidesFieldsProps {
  readonly besides: Besides
  readonly asked: AskedFields
  readonly onChange: (change: Partial<Besides>) => void
}

const notAsked = 'not-asked'
const kin = relationships.map(({ code }) => code)

function toggled<T>(list: readonly T[], one: T): readonly T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
}

/** Somebody either says it or does not want to. */
function racesWith(chosen: readonly Race[], code: Race): readonly Race[] {
  const next = toggled(chosen, code)
  if (code === askedDeclined.code && next.includes(code)) return [code]
  return next.filter((one) => one === code || one !== askedDeclined.code)
}

/** What else a rule requires of this registration; nothing where none does. */
export function BesidesFields({ besides, asked, onChange }: BesidesFieldsProps) {
  const { say, locale } = useWords()
  const [wasLeft, setLeft] = useState(false)
  const isRequired = (field: (typeof besidesFields)[number]) => asked.get(field)?.requirement === 'required'
  const options = <C extends string>(concepts: readonly Concept<C>[]) => [
    { id: notAsked, label: say('notSaid') } as const,
    ...concepts.map((one) => ({ id: one.code, label: one[locale] })),
  ]
  const orNull = <C extends string>(code: C | typeof notAsked) => (code === notAsked ? null : code)
  if (!besidesFields.some(isRequired)) return null
  const hasPlain = besidesFields.some(
    (field) => isRequired(field) && !['race', 'accessibility', 'emergencyContact'].includes(field),
  )
  return (
    <>
      {hasPlain && (
        <FieldGroup legend={say('besides')} columns={2}>
          {isRequired('birthSex') && (
            <Select
              label={say('label_birthSex')}
              options={options(birthSexes)}
              value={besides.birthSex ?? notAsked}
              onChange={(code) => onChange({ birthSex: orNull(code) })}
              isRequired
            />
          )}
          {isRequired('genderIdentity') && (
            <Select
              label={say('label_genderIdentity')}
              options={options(genderIdentities)}
              value={besides.genderIdentity ?? notAsked}
              onChange={(code) => onChange({ genderIdentity: orNull(code) })}
              isRequired
            />
          )}
          {isRequired('ethnicity') && (
            <Select
              label={say('label_ethnicity')}
              options={options(ethnicities)}
              value={besides.ethnicity ?? notAsked}
              onChange={(code) => onChange({ ethnicity: orNull(code) })}
              isRequired
            />
          )}
          {isRequired('employer') && (
            <TextField
              label={say('label_employer')}
              value={besides.employer}
              onChange={(employer) => onChange({ employer })}
              isRequired
              maxLength={120}
              autoComplete="off"
            />
          )}
        </FieldGroup>
      )}
      {isRequired('race') && (
        <FieldGroup legend={say('label_race')} description={say('raceHelp')}>
          <div className={styles.checks}>
            {races.map(({ code, ...words }) => (
              <Checkbox
                key={code}
                isSelected={besides.race.includes(code)}
                onChange={() => onChange({ race: racesWith(besides.race, code) })}
              >
                {words[locale]}
              </Checkbox>
            ))}
          </div>
        </FieldGroup>
      )}
      {isRequired('accessibility') && (
        <FieldGroup legend={say('label_accessibility')}>
          <div className={styles.checks}>
            {accessibilityNeeds.map(({ code, ...words }) => (
              <Checkbox
                key={code}
                isSelected={besides.accessibility.includes(code)}
                onChange={() => onChange({ accessibility: toggled(besides.accessibility, code) })}
              >
                {words[locale]}
              </Checkbox>
            ))}
          </div>
        </FieldGroup>
      )}
      {isRequired('emergencyContact') && (
        <FieldGroup legend={say('label_emergencyContact')} columns={2}>
          <TextField
            label={say('kinName')}
            value={besides.kinName}
            onChange={(kinName) => onChange({ kinName })}
            isRequired
            maxLength={160}
            autoComplete="off"
          />
          <Select
            label={say('kinRelationship')}
            options={kin.map((id) => ({ id, label: kinText(id, locale) }))}
            value={besides.kinRelationship}
            onChange={(kinRelationship) => onChange({ kinRelationship })}
          />
          <TextField
            label={say('kinPhone')}
            value={besides.kinPhone}
            onBlur={() => setLeft(true)}
            {...(wasLeft && isPhoneTooShort(besides.kinPhone) ? { description: say('kinPhoneAsToldHelp') } : {})}
            onChange={(kinPhone) => onChange({ kinPhone })}
            isRequired
            type="tel"
            maxLength={40}
            autoComplete="off"
          />
        </FieldGroup>
      )}
    </>
  )
}
