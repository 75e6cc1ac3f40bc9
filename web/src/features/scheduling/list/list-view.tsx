import { displayName } from '@foyer/patients'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { appointmentStatuses } from '@foyer/scheduling'
import { usePractice } from '../../../app/site.ts'
import { formatBirthDate, formatDayLong, Select, Signal } from '../../../ui/index.ts'
import { isChosen } from '../columns/chosen-columns.ts'
import type { DayAppointment } from '../shapes.ts'
import { statusKinds } from '../visit/status-kinds.ts'
import type { ViewProps } from '../views/view-props.ts'
import { useWords } from '../words.ts'
import styles from './list.module.css'
import { listed, type ListFilter, noFilter } from './list-model.ts'

const any = 'any'

/** The day as a table: the same visits for whoever cannot use a grid, and for whoever looks for one among many. */
export function ListView({ days, date, chosen, names, onOpen }: ViewProps) {
  const { say, locale } = useWords()
  const { visitTypes } = usePractice()
  const [filter, setFilter] = useState<ListFilter>(noFilter)
  const table = useRef<HTMLTableElement>(null)
  const visits = useMemo(() => listed(days, chosen, filter), [days, chosen, filter])
  const resources = days.flatMap((day) => day.resources.filter((one) => isChosen(chosen, one)))
  const types = new Set(days.flatMap((day) => day.appointments.map(({ visitTypeId }) => visitTypeId)))
  const anyOption = { id: any, label: say('anyOfThem') }
  const pick = (part: keyof ListFilter) => (id: string) => setFilter({ ...filter, [part]: id === any ? null : id })
  const withOf = ({ assignments }: DayAppointment) =>
    assignments.map(({ resourceId }) => names.nameOf(resourceId)).join(', ')
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const buttons = [...(table.current?.querySelectorAll<HTMLElement>('[data-visit]') ?? [])]
    const from = buttons.findIndex((button) => button === document.activeElement)
    event.preventDefault()
    buttons[Math.min(buttons.length - 1, Math.max(0, from + step))]?.focus()
  }
  return (
    <div className={styles.list}>
      <div className={styles.filters}>
        <Select
          label={say('listWho')}
          options={[anyOption, ...resources.map(({ id, name }) => ({ id, label: name }))]}
          value={filter.resourceId ?? any}
          onChange={pick('resourceId')}
        />
        <Select
          label={say('listType')}
          options={[
            anyOption,
            ...visitTypes.filter(({ id }) => types.has(id)).map(({ id }) => ({ id, label: names.typeOf(id) })),
          ]}
          value={filter.visitTypeId ?? any}
          onChange={pick('visitTypeId')}
        />
        <Select
          label={say('listState')}
          options={[anyOption, ...appointmentStatuses.map((id) => ({ id, label: say(`status_${id}`) }))]}
          value={filter.status ?? any}
          onChange={pick('status')}
        />
        <p aria-live="polite">{say('visitsCount', { count: visits.length })}</p>
      </div>
      <section className={styles.frame} tabIndex={0} aria-label={say('grid', { date: formatDayLong(date, locale) })}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows go from one of its buttons to the next */}
        <table ref={table} className={styles.table} onKeyDown={walk} data-moves-with-j-k>
          <thead>
            <tr>
              {(['listTime', 'who', 'listType', 'listWith', 'listState'] as const).map((word) => (
                <th
                  key={word}
                  scope="col"
                  className={word === 'listType' || word === 'listWith' ? styles.wide : undefined}
                >
                  {say(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visits.map((visit) => (
              <tr key={visit.id} onClick={() => onOpen(visit.id)}>
                <td>{names.at(visit.siteId).timesOf(visit.start, visit.end)}</td>
                <th scope="row">
                  <button
                    type="button"
                    data-visit={visit.id}
                    onClick={(event) => {
                      event.stopPropagation()
                      onOpen(visit.id)
                    }}
                  >
                    {displayName(visit.patient.name)}
                  </button>
                  <small>
                    {formatBirthDate(visit.patient.birthDate, locale)} · <span className="id">{visit.patient.mrn}</span>
                  </small>
                  <small className={styles.under}>
                    {names.typeOf(visit.visitTypeId)} · {withOf(visit)}
                  </small>
                </th>
                <td className={styles.wide}>{names.typeOf(visit.visitTypeId)}</td>
                <td className={styles.wide}>{withOf(visit)}</td>
                <td>
                  <Signal kind={statusKinds[visit.status]}>{say(`status_${visit.status}`)}</Signal>
                </td>
              </tr>
            ))}
            {visits.length === 0 && (
              <tr>
                <td colSpan={5}>{say('listNone')}</td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
    </div>
  )
}
