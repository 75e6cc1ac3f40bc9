import type { CSSProperties } from 'react'
import type { Span } from './grid-geometry.ts'
import type { Lane } from './pack-lanes.ts'

/** Shorter than this a line has to be small. */
export const tinyMinutes = 13

/** The box of a stretch of time; `--minute` is set by the grid. */
export function placed({ from, to }: Span, lane?: Lane): CSSProperties {
  return {
    insetBlockStart: `calc(${from} * var(--minute) + 1px)`,
    blockSize: `calc(${Math.max(to - from, 5)} * var(--minute) - 3px)`,
    ...(lane && lane.of > 1
      ? {
          insetInlineStart: `calc(4px + (100% - 6px) * ${lane.lane / lane.of})`,
          insetInlineEnd: 'auto',
          inlineSize: `calc((100% - 6px) / ${lane.of} - 2px)`,
        }
      : {}),
  }
}

/** The place of a column that has one of its own. */
export function atLeft(left: number | null): CSSProperties | undefined {
  return left === null ? undefined : ({ '--left': `${left}px` } as CSSProperties)
}
