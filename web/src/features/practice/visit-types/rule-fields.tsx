import { confidentialServices, sexes } from '@foyer/patients'
import type { ReactNode } from 'react'
import { usePractice } from '../../../app/site.ts'
import { Checkbox, FieldGroup, NumberField, RadioGroup, Select, Switch } from '../../../ui/index.ts'
import { PickMany } from '../pick-many.tsx'
import page from '../practice.module.css'
import { inOrder } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { type VisitTypeDraft, withRule } from './draft.ts'

export interface RuleFieldsProps {
  readonly draft: VisitTypeDraft
  readonly onChange: (part: Partial<VisitTypeDraft>) => void
}

type Patient = NonNullable<VisitTypeDraft['rules']['patient']>
type Gap = NonNullable<Patient['gap']>

/** When it may be booked, for whom, how often, and by whom. Left empty, a rule asks for nothing. */
export function RuleFields({ draft, onChange }: RuleFieldsProps) {
  const { say, locale } = useWords()
  const { payers, visitTypes } = usePractice()
  const { rules } = draft
  const { patient = {}, caps = {} } = rules
  const put = <K extends keyof typeof rules>(name: K, value: (typeof rules)[K] | null) =>
    onChange({ rules: withRule(rules, name, value) })
  const without = <T extends object, K extends keyof T>(from: T, name: K, value: T[K] | null | undefined): T => {
    const { [name]: _, ...rest } = from
    return (value === null || value === undefined ? rest : { ...rest, [name]: value }) as T
  }
  const putPatient = <K extends keyof Patient>(name: K, value: Patient[K] | null | undefined) =>
    put('patient', without(patient, name, value))
  const gap: Gap = patient.gap ?? { afterVisitTypeIds: [] }
  const putGap = (next: Gap) => {
    const asks = next.minDays !== undefined || next.maxDays !== undefined
    putPatient('gap', asks || next.afterVisitTypeIds.length > 0 ? next : null)
  }
  const number = (
    label: string,
    value: number | undefined,
    change: (value: number | null) => void,
    [minValue, maxValue]: readonly [number, number],
    more: { unit?: string; description?: string } = {},
  ): ReactNode => (
    <NumberField
      label={label}
      value={value ?? null}
      onChange={change}
      minValue={minValue}
      maxValue={maxValue}
      {...more}
    />
  )
  const list = (ids: readonly string[]) => (ids.length === 0 ? null : [...ids])
  const payerChoices = payers.map(({ id, name }) => ({ id, label: name }))
  return (
    <>
      <FieldGroup legend={say('whenBooked')} description={say('emptyAsksNothing')} columns={2}>
        {number(
          say('bufferBefore'),
          rules.bufferBeforeMinutes,
          (value) => put('bufferBeforeMinutes', value),
          [0, 120],
          {
            unit: say('minutes'),
          },
        )}
        {number(
          say('leadTime'),
          rules.leadMinutes === undefined ? undefined : rules.leadMinutes / 60,
          (hours) => put('leadMinutes', hours === null ? null : Math.round(hours * 60)),
          [0, 8760],
          { unit: say('hoursUnit'), description: say('leadHelp') },
        )}
        {number(say('horizon'), rules.horizonDays, (value) => put('horizonDays', value), [0, 3650], {
          unit: say('daysUnit'),
        })}
        {number(say('grid'), rules.gridMinutes, (value) => put('gridMinutes', value), [5, 240], {
          unit: say('minutes'),
          description: say('gridTypeHelp'),
        })}
        {number(say('perDay'), caps.perDay, (value) => put('caps', without(caps, 'perDay', value)), [0, 500])}
        {number(
          say('perLeadAndDay'),
          caps.perLeadAndDay,
          (value) => put('caps', without(caps, 'perLeadAndDay', value)),
          [0, 500],
        )}
        {number(say('seats'), rules.seats, (value) => put('seats', value === 1 ? null : value), [1, 200], {
          description: say('seatsHelp'),
        })}
      </FieldGroup>
      <FieldGroup legend={say('whoIsItFor')} description={say('whoIsItForHelp')} columns={2}>
        {number(say('minAge'), patient.minAge, (value) => putPatient('minAge', value), [0, 130], {
          unit: say('years'),
        })}
        {number(say('maxAge'), patient.maxAge, (value) => putPatient('maxAge', value), [0, 130], {
          unit: say('years'),
        })}
        <div role="group" aria-label={say('sexes')}>
          <span className={page.legend}>{say('sexes')}</span>
          <div className={page.tags}>
            {sexes.map(({ code: sex, ...words }) => (
              <Checkbox
                key={sex}
                isSelected={patient.sexes?.includes(sex) ?? false}
                onChange={(isOn) => {
                  const others = (patient.sexes ?? []).filter((one) => one !== sex)
                  const next = isOn ? [...others, sex] : others
                  putPatient('sexes', next.length === 0 ? null : next)
                }}
              >
                {words[locale]}
              </Checkbox>
            ))}
          </div>
        </div>
      </FieldGroup>
      <PickMany
        legend={say('onlyPayers')}
        choices={payerChoices}
        chosen={patient.onlyPayerIds ?? []}
        onChange={(ids) => putPatient('onlyPayerIds', list(ids))}
        empty={say('none')}
      />
      <PickMany
        legend={say('notPayers')}
        choices={payerChoices}
        chosen={patient.notPayerIds ?? []}
        onChange={(ids) => putPatient('notPayerIds', list(ids))}
        empty={say('none')}
      />
      <FieldGroup legend={say('gapBefore')} description={say('gapBeforeHelp')} columns={2}>
        {number(say('minDays'), gap.minDays, (value) => putGap(without(gap, 'minDays', value)), [0, 3650], {
          unit: say('daysUnit'),
        })}
        {number(say('maxDays'), gap.maxDays, (value) => putGap(without(gap, 'maxDays', value)), [0, 3650], {
          unit: say('daysUnit'),
        })}
      </FieldGroup>
      {(gap.minDays !== undefined || gap.maxDays !== undefined || gap.afterVisitTypeIds.length > 0) && (
        <PickMany
          legend={say('gapTypes')}
          choices={inOrder(visitTypes, locale).map((one) => ({
            id: one.id,
            label: locale.startsWith('es') ? one.nameEs : one.name,
          }))}
          chosen={gap.afterVisitTypeIds}
          onChange={(ids) => putGap({ ...gap, afterVisitTypeIds: [...ids] })}
        />
      )}
      <FieldGroup legend={say('selfBooking')}>
        <RadioGroup
          label={say('selfBooking')}
          options={[
            { id: 'none', label: say('self_none') },
            { id: 'approval', label: say('self_approval') },
            { id: 'instant', label: say('self_instant') },
          ]}
          value={rules.selfBooking ?? 'none'}
          onChange={(id) => {
            const next = withRule(rules, 'selfBooking', id === 'approval' || id === 'instant' ? id : null)
            onChange({ rules: id === 'none' ? withRule(next, 'selfBookingForNew', null) : next })
          }}
        />
        {rules.selfBooking && (
          <Switch
            isSelected={rules.selfBookingForNew ?? false}
            onChange={(isOn) => put('selfBookingForNew', isOn ? true : null)}
          >
            {say('selfForNew')}
          </Switch>
        )}
      </FieldGroup>
      <FieldGroup legend={say('confidential')} description={say('confidentialHelp')}>
        <Select
          label={say('confidential')}
          options={[
            { id: 'none', label: say('service_none') },
            ...confidentialServices.map((id) => ({ id, label: say(`service_${id}`) })),
          ]}
          value={rules.confidential ?? 'none'}
          onChange={(id) => put('confidential', id === 'none' ? null : id)}
        />
      </FieldGroup>
    </>
  )
}
