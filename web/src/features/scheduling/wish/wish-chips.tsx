import { mayFill } from '@foyer/scheduling'
import { displayName } from '@foyer/patients'
import type { Site } from '../../../app/site.ts'
import { usePractice } from '../../../app/site.ts'
import { formatBirthDate } from '../../../ui/index.ts'
import { PersonPicker } from '../../patients/index.ts'
import { Chip, type Choice, ChoiceList } from './chip.tsx'
import type { Finder } from '../find/use-finder.ts'
import type { Resource } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { MoreChips } from './more-chips.tsx'
import { WhenChip } from './when-chip.tsx'
import { type DayPart, dayParts } from './wish.ts'
import styles from './wish.module.css'
import { listText, weekdayName } from './wish-words.ts'
import { useWords } from '../words.ts'

type WishChipsProps = { readonly finder: Finder; readonly site: Site; readonly names: Names; readonly today: string }

/** The wish as one sentence; each word of it that can be changed is a control. */
export function WishChips({ finder, site, names, today }: WishChipsProps) {
  const { say } = useWords()
  const { wish, change } = finder
  return (
    <p className={styles.sentence}>
      {say('wishFor')} <PersonChip finder={finder} /> <VisitTypeChip finder={finder} names={names} /> {say('wishWith')}{' '}
      <ClinicianChip finder={finder} site={site} names={names} />, <DayPartChip finder={finder} />,{' '}
      <WhenChip when={wish.when} today={today} onChange={(when) => change({ when })} />, <WeekdayChip finder={finder} />
      <MoreChips finder={finder} site={site} names={names} today={today} />
    </p>
  )
}

const kindsInOrder = ['practitioner', 'device', 'room', 'interpreter'] as const

type PartProps = { readonly finder: Finder }

function PersonChip({ finder: { person, setPerson, move } }: PartProps) {
  const { say, locale } = useWords()
  const name = person ? displayName(person.name) : say('somebody')
  const born = person ? ` (${formatBirthDate(person.birthDate, locale)}, ${person.mrn})` : ''
  if (move.isMoving) return <b>{name}</b>
  return (
    <Chip label={say('chipPerson', { value: `${name}${born}` })} value={name} isEmpty={person === null}>
      {(close) => (
        <PersonPicker
          canClear={person !== null}
          onPick={(picked) => {
            setPerson(picked)
            close()
          }}
        />
      )}
    </Chip>
  )
}

function VisitTypeChip({ finder: { wish, change, move }, names }: PartProps & { readonly names: Names }) {
  const { say, locale } = useWords()
  const { visitTypes } = usePractice()
  const value = wish.visitTypeId === null ? say('aVisit') : names.typeOf(wish.visitTypeId)
  if (move.isMoving) return <b>{value}</b>
  const choices = visitTypes
    .filter((type) => type.active)
    .map(
      (type): Choice => ({
        id: type.id,
        label: locale === 'es' ? type.nameEs : type.name,
        detail: `${type.durationMinutes} min`,
      }),
    )
  const label = say('chipVisitType', { value })
  return (
    <Chip label={label} value={value} isEmpty={wish.visitTypeId === null}>
      {(close) => (
        <ChoiceList
          label={label}
          choices={choices}
          chosen={wish.visitTypeId === null ? [] : [wish.visitTypeId]}
          isSingle
          onChange={([visitTypeId]) => {
            if (visitTypeId) change({ visitTypeId })
            close()
          }}
        />
      )}
    </Chip>
  )
}

function ClinicianChip({
  finder: { wish, change },
  site,
  names,
}: PartProps & { readonly site: Site; readonly names: Names }) {
  const { say, locale } = useWords()
  const { resources, visitTypes } = usePractice()
  const roles = visitTypes.find(({ id }) => id === wish.visitTypeId)?.roles ?? []
  const role = roles.find((one) => one.role === 'clinician') ?? roles.find(({ kind }) => kind === 'practitioner')
  const here = resources.filter((one) => one.siteId === site.id && one.active)
  // Of the clinicians those who may lead; of the others whatever the visit needs.
  const isOffered = (one: Resource) =>
    one.kind === 'practitioner' ? !role || mayFill(role, one) : roles.some((each) => mayFill(each, one))
  const choices = kindsInOrder.flatMap((kind) =>
    here
      .filter((one) => one.kind === kind && (isOffered(one) || wish.clinicianIds.includes(one.id)))
      .map((one): Choice => {
        const detail = one.specialty ?? (kind === 'practitioner' ? '' : say(`oneKind_${kind}`))
        return { id: one.id, label: one.name, ...(detail ? { detail } : {}) }
      }),
  )
  const value = listText(wish.clinicianIds.map(names.nameOf), locale, 'disjunction') || say('anyone')
  const label = say('chipClinicians', { value })
  return (
    <Chip label={label} value={value} isEmpty={wish.clinicianIds.length === 0}>
      {() => (
        <ChoiceList
          label={label}
          choices={choices}
          chosen={wish.clinicianIds}
          any={say('anyone')}
          onChange={(clinicianIds) => change({ clinicianIds })}
        />
      )}
    </Chip>
  )
}

function DayPartChip({ finder: { wish, change } }: PartProps) {
  const { say, locale } = useWords()
  const choices = dayParts.map((part) => ({ id: part, label: say(`${part}s`) }))
  const chosen = choices.filter(({ id }) => wish.dayParts.includes(id))
  const value =
    listText(
      chosen.map(({ label }) => label),
      locale,
      'disjunction',
    ) || say('anyTime')
  const label = say('chipDayParts', { value })
  return (
    <Chip label={label} value={value} isEmpty={wish.dayParts.length === 0}>
      {() => (
        <ChoiceList
          label={label}
          choices={choices}
          chosen={wish.dayParts}
          any={say('anyTime')}
          onChange={(ids) => change({ dayParts: dayParts.filter((part: DayPart) => ids.includes(part)) })}
        />
      )}
    </Chip>
  )
}

function WeekdayChip({ finder: { wish, change } }: PartProps) {
  const { say, locale } = useWords()
  const days = [1, 2, 3, 4, 5, 6, 7]
  const choices = days.map((day) => ({ id: String(day), label: weekdayName(day, locale) }))
  const named = (chosen: readonly number[]) =>
    listText(
      chosen.map((day) => weekdayName(day, locale)),
      locale,
      'disjunction',
    )
  // With most days chosen it is shorter to say which not.
  const not = days.filter((day) => !wish.weekdays.includes(day))
  const isMost = not.length > 0 && not.length < 3
  const chosen = days.filter((day) => wish.weekdays.includes(day))
  const value = chosen.length === 0 ? say('anyDay') : isMost ? say('notDays', { days: named(not) }) : named(chosen)
  const label = say('chipWeekdays', { value })
  return (
    <Chip label={label} value={value} isEmpty={wish.weekdays.length === 0}>
      {() => (
        <ChoiceList
          label={label}
          choices={choices}
          chosen={wish.weekdays.map(String)}
          any={say('anyDay')}
          onChange={(ids) => change({ weekdays: days.filter((day) => ids.includes(String(day))) })}
        />
      )}
    </Chip>
  )
}
