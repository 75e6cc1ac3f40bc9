import { useId } from 'react'
import { usePractice, useSites } from '../../app/site.ts'
import { DateField, Segmented, Select } from '../../ui/index.ts'
import styles from './measures.module.css'
import { type Dates, type Period, periods } from './period.ts'
import { useWords } from './words.ts'

export interface Filter {
  readonly period: Period
  readonly own: Dates
  readonly siteId: string | null
  readonly visitTypeId: string | null
  readonly clinicianId: string | null
}

const every = 'every'

export function Filters({ filter, onChange }: { readonly filter: Filter; readonly onChange: (next: Filter) => void }) {
  const { say, locale } = useWords()
  const { visitTypes, resources } = usePractice()
  const sites = useSites()
  const id = useId()
  const clinicians = resources.filter(
    (one) => one.kind === 'practitioner' && one.active && (filter.siteId === null || one.siteId === filter.siteId),
  )
  const set = (change: Partial<Filter>) => onChange({ ...filter, ...change })
  const picked = (value: string): string | null => (value === every ? null : value)
  return (
    <section className={styles.filters} aria-labelledby={id}>
      <h2 id={id} className={styles.hidden}>
        {say('filters')}
      </h2>
      <Segmented
        label={say('period')}
        options={periods.map((period) => ({ id: period, label: say(period) }))}
        value={filter.period}
        onChange={(period) => set({ period })}
      />
      {filter.period === 'own' && (
        <div className={styles.fields}>
          <DateField
            label={say('from')}
            value={filter.own.from}
            onChange={(from) => from !== null && set({ own: { ...filter.own, from } })}
          />
          <DateField
            label={say('to')}
            value={filter.own.to}
            onChange={(to) => to !== null && set({ own: { ...filter.own, to } })}
          />
        </div>
      )}
      <div className={styles.fields}>
        <Select
          label={say('site')}
          options={[{ id: every, label: say('everySite') }, ...sites.map((one) => ({ id: one.id, label: one.name }))]}
          value={filter.siteId ?? every}
          onChange={(value) => set({ siteId: picked(value), clinicianId: null })}
        />
        <Select
          label={say('visitType')}
          options={[
            { id: every, label: say('everyType') },
            ...visitTypes.map((one) => ({ id: one.id, label: locale === 'es' ? one.nameEs : one.name })),
          ]}
          value={filter.visitTypeId ?? every}
          onChange={(value) => set({ visitTypeId: picked(value) })}
        />
        <Select
          label={say('clinician')}
          options={[
            { id: every, label: say('everybody') },
            ...clinicians.map((one) => ({ id: one.id, label: one.name })),
          ]}
          value={filter.clinicianId ?? every}
          onChange={(value) => set({ clinicianId: picked(value) })}
        />
      </div>
    </section>
  )
}
