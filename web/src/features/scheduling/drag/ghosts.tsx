import { useEffect, useRef } from 'react'
import { classNames, signs } from '../../../ui/index.ts'
import type { GridColumn } from '../grid/grid-column.ts'
import { spanOf } from '../grid/grid-geometry.ts'
import { placed, tinyMinutes } from '../grid/placed.ts'
import type { ColumnsInSight } from '../grid/use-columns-in-sight.ts'
import type { Names } from '../use-names.ts'
import tones from '../tones.module.css'
import { useWords } from '../words.ts'
import styles from './drag.module.css'
import { loadName } from './load.ts'
import type { Carry } from './use-carry.ts'
import { signalOf } from './verdict-text.ts'

type GhostsProps = {
  readonly carry: Carry
  readonly columns: readonly GridColumn[]
  readonly sight: ColumnsInSight
  readonly names: Names
}

/** What is carried in the column of each of its roles, each with what it meets there. */
export function Ghosts({ carry, columns, sight, names }: GhostsProps) {
  const { say } = useWords()
  const { carried, column, seen } = carry
  const lead = useRef<HTMLDivElement>(null)
  const place = carried?.by === 'keys' ? `${carried.columnId} ${carried.wanted.start} ${carried.wanted.end}` : ''
  useEffect(() => {
    if (place !== '') lead.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [place])
  if (!carried || !column || !seen) return null
  return (
    <div className={styles.ghosts} aria-hidden>
      {seen.roles.map((role) => {
        const index = columns.findIndex(
          ({ resource, day }) => resource.id === role.resourceId && day.date === column.day.date,
        )
        const target = columns[index]
        if (!target) return null
        const span = spanOf(target.axis, role)
        const kind = seen.isPast ? 'bad' : signalOf(role.verdict)
        return (
          <div key={`${role.role} ${role.resourceId}`} className={styles.ghostColumn} style={sight.placeOf(index)}>
            <div
              ref={target.id === column.id ? lead : undefined}
              className={classNames(styles.ghost, span.to - span.from < tinyMinutes && styles.slim, tones[kind])}
              style={placed(span)}
            >
              <b>
                {signs[kind]} {names.at(column.day.siteId).timesOf(role.start, role.end)}
              </b>{' '}
              {loadName(carried.load, names, say)}
            </div>
          </div>
        )
      })}
    </div>
  )
}
