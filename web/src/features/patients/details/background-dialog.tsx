import { record } from '@foyer/contract'
import { askedDeclined, birthSexes, type Concept, ethnicities, genderIdentities, races, sexes } from '@foyer/patients'
import { Checkbox, FieldGroup, Select, TextField } from '../../../ui/index.ts'
import { DetailsDialog } from './details-dialog.tsx'
import styles from './details.module.css'
import { toggled } from './lists.ts'
import { type Details, type DialogOf, given } from './shapes.ts'
import { useBackgroundFields } from './use-background-fields.ts'
import { useDetailsDraft } from './use-details-draft.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

const notAsked = 'not-asked'
type Race = NonNullable<Details['race']>[number]

export function BackgroundDialog({ details, focusOn = 'birthDate', onClose }: DialogOf) {
  const { say, locale } = useWords()
  const fields = useBackgroundFields()
  const held = useDetailsDraft<Details>(details, { read: (one) => one, fieldsOf: () => fields })
  const { draft: said, change, meanwhile } = held
  const { save, fault, setFault, isPending } = useSave(record.changeBackground, held, onClose)
  const options = <C extends string>(concepts: readonly Concept<C>[]) => [
    { id: notAsked, label: say('notSaid') } as const,
    ...concepts.map((one) => ({ id: one.code, label: one[locale] })),
  ]
  const orNull = <C extends string>(code: C | typeof notAsked) => (code === notAsked ? null : code)
  /** Somebody either says it or does not want to. */
  const chooseRace = (code: Race) => {
    const chosen = toggled(said.race ?? [], code)
    const isDeclined = code === askedDeclined.code && chosen.includes(code)
    change({ race: isDeclined ? [code] : chosen.filter((one) => one === code || one !== askedDeclined.code) })
  }
  const submit = () => {
    const birthDate = said.birthDate.trim()
    const isUnknown = birthDate === '' && details.birthDate === ''
    if (!isUnknown && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(birthDate)) return setFault(say('birthOdd'))
    return void save((at) => ({
      ...at,
      birthDate: isUnknown ? null : birthDate,
      birthDateEstimated: said.birthDateEstimated,
      sex: said.sex,
      birthSex: said.birthSex,
      genderIdentity: said.genderIdentity,
      pronouns: given(said.pronouns ?? ''),
      multipleBirth: said.multipleBirth,
      race: said.race === null || said.race.length === 0 ? null : [...said.race],
      ethnicity: said.ethnicity,
    }))
  }
  return (
    <DetailsDialog
      title={say('editBackground')}
      fault={fault}
      meanwhile={meanwhile}
      isPending={isPending}
      onSave={submit}
      onClose={onClose}
      size="lg"
    >
      <FieldGroup legend={say('background')} columns={2}>
        <TextField
          label={say('birthDate')}
          description={say('birthHelp')}
          value={said.birthDate}
          onChange={(birthDate) => change({ birthDate })}
          maxLength={10}
          autoComplete="off"
          autoFocus={focusOn === 'birthDate'}
        />
        <Checkbox
          isSelected={said.birthDateEstimated}
          onChange={(birthDateEstimated) => change({ birthDateEstimated })}
        >
          {say('estimated')}
        </Checkbox>
        <Select
          label={say('sex')}
          options={sexes.map((one) => ({ id: one.code, label: one[locale] }))}
          value={said.sex}
          onChange={(sex) => change({ sex })}
        />
        <Select
          label={say('birthSex')}
          options={options(birthSexes)}
          value={said.birthSex ?? notAsked}
          autoFocus={focusOn === 'birthSex'}
          onChange={(code) => change({ birthSex: orNull(code) })}
        />
        <Select
          label={say('gender')}
          options={options(genderIdentities)}
          value={said.genderIdentity ?? notAsked}
          autoFocus={focusOn === 'genderIdentity'}
          onChange={(code) => change({ genderIdentity: orNull(code) })}
        />
        <TextField
          label={say('pronouns')}
          value={said.pronouns ?? ''}
          onChange={(pronouns) => change({ pronouns })}
          maxLength={40}
          autoComplete="off"
        />
        <Select
          label={say('ethnicity')}
          options={options(ethnicities)}
          value={said.ethnicity ?? notAsked}
          autoFocus={focusOn === 'ethnicity'}
          onChange={(code) => change({ ethnicity: orNull(code) })}
        />
        <Select
          label={say('multiple')}
          options={[
            { id: notAsked, label: say('notSaid') },
            { id: 'yes', label: say('multiple_yes') },
            { id: 'no', label: say('multiple_no') },
          ]}
          value={said.multipleBirth === null ? notAsked : said.multipleBirth ? 'yes' : 'no'}
          onChange={(id) => change({ multipleBirth: id === notAsked ? null : id === 'yes' })}
        />
      </FieldGroup>
      <FieldGroup legend={say('race')} description={say('raceHelp')}>
        <div className={styles.checks}>
          {races.map(({ code, ...words }, at) => (
            <Checkbox
              key={code}
              isSelected={said.race?.includes(code) ?? false}
              onChange={() => chooseRace(code)}
              autoFocus={focusOn === 'race' && at === 0}
            >
              {words[locale]}
            </Checkbox>
          ))}
        </div>
      </FieldGroup>
    </DetailsDialog>
  )
}
