import type { GridColumn } from '../grid/grid-column.ts'
import { instantOn } from '../grid/grid-geometry.ts'
import { placed } from '../grid/placed.ts'
import type { ColumnsInSight } from '../grid/use-columns-in-sight.ts'
import type { Names } from '../use-names.ts'
import tones from '../tones.module.css'
import styles from './drag.module.css'

export type SpaceSpan = { readonly column: GridColumn; readonly from: number; readonly to: number }

type SpaceGhostProps = {
  readonly space: SpaceSpan
  readonly columns: readonly GridColumn[]
  readonly sight: ColumnsInSight
  readonly names: Names
}

/** The empty time that is being marked. */
export function SpaceGhost({ space, columns, sight, names }: SpaceGhostProps) {
  const { column, from, to } = space
  const index = columns.indexOf(column)
  if (index < 0) return null
  return (
    <div className={styles.ghosts} aria-hidden>
      <div className={styles.ghostColumn} style={sight.placeOf(index)}>
        <div className={`${styles.ghost} ${tones.quiet}`} style={placed({ from, to })}>
          <b>{names.at(column.day.siteId).timesOf(instantOn(column.axis, from), instantOn(column.axis, to))}</b>
        </div>
      </div>
    </div>
  )
}
