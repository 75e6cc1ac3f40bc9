import type { Reply, scheduling } from '@foyer/contract'
import { displayName, type PersonName } from '@foyer/patients'
import { type Interval, subtract } from '@foyer/scheduling'
import type { PrintWords } from './print-words.ts'

export type Day = Reply<typeof scheduling.readDay>
type Visit = Day['appointments'][number]

export interface Entry extends Interval {
  readonly kind: 'visit' | 'group' | 'closed' | 'break' | 'held' | 'free'
  readonly what: string
  readonly patient: { readonly id: string; readonly name: string; readonly birthDate: string } | null
  readonly with: string
}

/** One resource on one day. Epoch milliseconds. */
export interface Sheet {
  readonly resourceId: string
  readonly name: string
  readonly specialty: string | null
  readonly date: string
  readonly timeZone: string
  readonly holiday: string | null
  readonly open: readonly Interval[]
  readonly entries: readonly Entry[]
}

export interface SheetNames {
  readonly words: PrintWords
  visitType(id: string): string
  resource(id: string): string
  readonly withPatients: boolean
}

/** Gaps that are shorter are time to walk, not time to book. */
const shortestFreeMs = 300_000

/** The day of a resource as a list from morning to evening, what is free among it. */
export function sheetOf(day: Day, resourceId: string, names: SheetNames): Sheet | null {
  const resource = day.resources.find(({ id }) => id === resourceId)
  if (!resource) return null
  const { words } = names
  const mine = <T extends { readonly resourceId: string }>(list: readonly T[]): T[] =>
    list.filter((one) => one.resourceId === resourceId)
  const taken: Entry[] = [
    ...day.appointments
      .filter(({ groupSessionId }) => groupSessionId === null)
      .flatMap((visit) => visitEntries(visit, resourceId, names)),
    ...day.groups.flatMap((group) =>
      mine(group.assignments).map((part) => ({
        ...span(part),
        kind: 'group' as const,
        what: `${names.visitType(group.visitTypeId)} (${words.seats(group.taken, group.seats)})`,
        patient: null,
        with: withOthers(group.assignments, resourceId, names),
      })),
    ),
    ...mine(day.blocks).map((block) => ({
      ...span(block),
      kind: 'closed' as const,
      // Paper is read by others than who printed it: why time is closed is not on it.
      what: words.closed,
      patient: null,
      with: '',
    })),
    ...mine(day.holds).map((hold) => ({
      ...span(hold),
      kind: 'held' as const,
      what: words.held,
      patient: null,
      with: hold.staffName,
    })),
  ]
  const pauses = resource.sessions
    .filter(({ kind }) => kind === 'break')
    .map((one): Entry => ({ ...span(one), kind: 'break', what: one.label ?? words.pause, patient: null, with: '' }))
  const open = resource.open.map(span)
  const free = subtract(open, taken)
    .filter(({ start, end }) => end - start >= shortestFreeMs)
    .map((gap): Entry => ({ ...gap, kind: 'free', what: words.free, patient: null, with: '' }))
  const entries = [...taken, ...pauses, ...free].toSorted((a, b) => a.start - b.start || a.end - b.end)
  const { name, specialty } = resource
  const { date, timeZone, holiday } = day
  return { resourceId, name, specialty, date, timeZone, holiday, open, entries }
}

function visitEntries(visit: Visit, resourceId: string, names: SheetNames): Entry[] {
  const { words } = names
  const state = visit.approval === 'pending' ? words.pending : words.status[visit.status]
  const what = names.visitType(visit.visitTypeId)
  return visit.assignments
    .filter((part) => part.resourceId === resourceId)
    .map((part) => ({
      // Time kept before and after a visit is not the visit.
      start: Math.max(Date.parse(part.start), Date.parse(visit.start)),
      end: Math.min(Date.parse(part.end), Date.parse(visit.end)),
      kind: 'visit',
      what: state === undefined ? what : `${what} (${state})`,
      patient: names.withPatients
        ? { id: visit.patient.id, name: nameOf(visit.patient.name), birthDate: visit.patient.birthDate }
        : null,
      with: withOthers(visit.assignments, resourceId, names),
    }))
}

function nameOf(name: PersonName): string {
  return displayName(name)
}

function withOthers(parts: readonly { readonly resourceId: string }[], resourceId: string, names: SheetNames): string {
  const others = parts.filter((part) => part.resourceId !== resourceId).map((part) => names.resource(part.resourceId))
  return [...new Set(others)].join(', ')
}

function span({ start, end }: { readonly start: string; readonly end: string }): Interval {
  return { start: Date.parse(start), end: Date.parse(end) }
}
