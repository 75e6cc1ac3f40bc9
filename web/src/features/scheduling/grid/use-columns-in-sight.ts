import { useVirtualizer } from '@tanstack/react-virtual'
import type { CSSProperties, RefObject } from 'react'

/** Up to so many columns share the width; more are as wide as this and only those in sight exist. */
const mostSharing = 14
const columnWidth = 150

/** Which columns exist, and where a column stands in the body of the grid. */
export function useColumnsInSight(count: number, frame: RefObject<HTMLElement | null>) {
  const isVirtual = count > mostSharing
  // oxlint-disable-next-line react/incompatible-library -- nothing below is memoized on what it returns
  const virtual = useVirtualizer({
    count: isVirtual ? count : 0,
    horizontal: true,
    getScrollElement: () => frame.current,
    estimateSize: () => columnWidth,
    overscan: 3,
    useFlushSync: false,
  })
  const items = isVirtual ? virtual.getVirtualItems() : []
  const inSight = isVirtual ? items.map(({ index }) => index) : Array.from({ length: count }, (_, index) => index)
  const style = {
    '--columns': count,
    ...(isVirtual ? { '--all': `${virtual.getTotalSize()}px` } : {}),
  } as CSSProperties
  return {
    isVirtual,
    inSight,
    style,
    show: (index: number) => {
      if (isVirtual && index >= 0) virtual.scrollToIndex(index)
    },
    /** Pixels from the axis, where columns have places of their own. */
    leftOf: (index: number): number | null => (isVirtual ? index * columnWidth : null),
    /** Distance of the right edge of a column from that of the body. */
    endOf: (index: number): string =>
      isVirtual
        ? `calc(100% - var(--axis) - ${(index + 1) * columnWidth}px)`
        : `calc((100% - var(--axis)) * ${1 - (index + 1) / Math.max(1, count)})`,
    /** Left edge and width of a column as lengths of style. */
    placeOf: (index: number): CSSProperties =>
      isVirtual
        ? { insetInlineStart: `calc(var(--axis) + ${index * columnWidth}px)`, inlineSize: `${columnWidth}px` }
        : {
            insetInlineStart: `calc(var(--axis) + (100% - var(--axis)) * ${index / Math.max(1, count)})`,
            inlineSize: `calc((100% - var(--axis)) / ${Math.max(1, count)})`,
          },
  }
}

export type ColumnsInSight = ReturnType<typeof useColumnsInSight>
