import { type Axis, overlaps, type Span, spanOf, type Times } from './grid-geometry.ts'
import { alone, type Lane, packLanes } from './pack-lanes.ts'

/** Where a box is drawn, which is not always how long it takes. */
export type Box = Lane & { readonly box: Span }

/** What is drawn, and what has to be free of others for it. */
type Place = { readonly box: Span; readonly need: Span }

/** What is under the others has the whole width, unless it is short. */
type Standing = Times & { readonly isUnder?: boolean }

/**
 * In minutes. What is pressed is that tall, or nothing else is as near to its middle: WCAG 2.2, 2.5.8 asks for 24 px, and
 * five minutes are 8.5 of them.
 */
const pressable = 15

/** In minutes. What is that tall is pressed by itself, whatever it lies on. */
const whole = 16

/** In minutes. Less than this has no room for a name. */
const shortest = 10

/** A box that is too small to be pressed by itself needs so much beside it, and one that is tall enough gives as much. */
const given = (pressable - shortest) / 2

/**
 * The boxes of a column. One that is short stands apart from what comes right before and after it, which begins and ends
 * a hair later or sooner on the screen; where that has nothing to give the two stand side by side. One that lies on what
 * is under the others cannot stand apart from it, and is drawn larger.
 */
export function boxed<T extends Standing>(axis: Axis, all: readonly T[]): readonly (T & Box)[] {
  const own = all.map((one) => placeOf(spanOf(axis, one), axis.minutes))
  const under = own.filter(({ box }, index) => all[index]?.isUnder && !isShort(box))
  const places = own.map((place, index) => {
    const isOn = !all[index]?.isUnder && under.some(({ need }) => overlaps(need, place.need))
    return isOn ? largeOf(place, axis.minutes) : place
  })
  const beside = places.filter(({ box }, index) => !all[index]?.isUnder || isShort(box))
  const lanes = packLanes(
    beside.map(({ box }) => box),
    beside.map(({ need }) => need),
  )
  const laneOf = new Map(beside.map((place, index) => [place, lanes[index]]))
  const standing = places.map((place) => ({ ...place, ...(laneOf.get(place) ?? alone) }))
  const short = standing.filter(({ box }) => isShort(box))
  return all.map((one, index) => {
    const { box, lane, of } = standing[index] ?? { box: { from: 0, to: 0 }, ...alone }
    return { ...one, lane, of, box: isShort(box) ? box : givingWay(box, { lane, of }) }
  })

  function givingWay({ from, to }: Span, own: Lane): Span {
    const near = short.filter((one) => one.need.from < to && one.need.to > from && isInTheWay(own, one))
    return {
      from: near.reduce((least, { box, need }) => (box.to <= from ? Math.max(least, need.to) : least), from),
      to: near.reduce((most, { box, need }) => (box.from >= to ? Math.min(most, need.from) : most), to),
    }
  }
}

function isShort({ from, to }: Span): boolean {
  return to - from < pressable
}

function placeOf({ from, to }: Span, end: number): Place {
  const minutes = Math.max(to - from, shortest)
  if (minutes >= pressable) {
    const give = Math.min(given, (minutes - pressable) / 2)
    return { box: { from, to }, need: { from: from + give, to: to - give } }
  }
  const start = Math.max(0, Math.min(from + (minutes - pressable) / 2, end - pressable))
  const before = start + (pressable - minutes) / 2
  return { box: { from: before, to: before + minutes }, need: { from: start, to: start + pressable } }
}

function largeOf(place: Place, end: number): Place {
  const { from, to } = place.box
  if (to - from >= whole) return place
  const start = Math.max(0, Math.min((from + to - whole) / 2, end - whole))
  const box = { from: start, to: start + whole }
  return { box, need: box }
}

/** Whether two lanes have some of the width in common. */
function isInTheWay(a: Lane, b: Lane): boolean {
  return a.lane * b.of < (b.lane + 1) * a.of && b.lane * a.of < (a.lane + 1) * b.of
}
