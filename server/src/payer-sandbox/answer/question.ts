import type { Segment, TransactionSet, WrittenSegment } from '@foyer/x12'
import { copyOf, nobody, type Person, withSegment } from './person.ts'

/** One person whose benefits a 270 asks for. */
export interface AskedPerson {
  readonly person: Person
  /** TRN02 and what follows it, which come back in the answer. */
  readonly traces: readonly (readonly string[])[]
  /** `CCYYMMDD`; '' where no day is named. */
  readonly serviceDate: string
  /** None: nothing is asked of this person, only of those below. */
  readonly serviceTypes: readonly string[]
}

export interface AskedFamily extends AskedPerson {
  readonly dependents: readonly AskedPerson[]
}

export interface AskedProvider {
  /** NM1 of loop 2100B. */
  readonly name: WrittenSegment
  readonly families: readonly AskedFamily[]
}

export interface AskedPayer {
  /** NM1 of loop 2100A. */
  readonly name: WrittenSegment
  readonly payer: { readonly name: string; readonly id: string }
  readonly providers: readonly AskedProvider[]
}

export interface Question {
  /** BHT03, which comes back. */
  readonly reference: string
  readonly payers: readonly AskedPayer[]
}

/** What stands from one HL to the next. */
interface Level {
  readonly code: string
  readonly segments: readonly Segment[]
}

/** A 270 that was found right, by its levels. */
export function questionOf({ segments }: TransactionSet): Question {
  const reference = segments.find(({ tag }) => tag === 'BHT')?.text(3) ?? ''
  const payers = groups(levelsOf(segments), '20').map(({ head, below }) => ({
    name: nameOf(head),
    payer: payerOf(head),
    providers: groups(below, '21').map((provider) => ({
      name: nameOf(provider.head),
      families: groups(provider.below, '22').map((family) => ({
        ...personOf(family.head),
        dependents: groups(family.below, '23').map((dependent) => personOf(dependent.head)),
      })),
    })),
  }))
  return { reference, payers }
}

function levelsOf(segments: readonly Segment[]): readonly Level[] {
  const starts = segments.flatMap(({ tag }, at) => (tag === 'HL' ? [at] : []))
  return starts.map((start, at) => ({
    code: segments[start]?.text(3) ?? '',
    segments: segments.slice(start + 1, starts[at + 1]),
  }))
}

/** Levels of one kind, each with those that stand below it. */
function groups(levels: readonly Level[], code: string): readonly { head: Level; below: readonly Level[] }[] {
  const starts = levels.flatMap((level, at) => (level.code === code ? [{ head: level, at }] : []))
  return starts.map(({ head, at }, index) => ({ head, below: levels.slice(at + 1, starts[index + 1]?.at) }))
}

function nameOf({ segments }: Level): WrittenSegment {
  const name = segments.find(({ tag }) => tag === 'NM1')
  return name ? copyOf(name) : ['NM1']
}

function payerOf({ segments }: Level): { readonly name: string; readonly id: string } {
  const name = segments.find(({ tag }) => tag === 'NM1')
  return { name: name?.text(3) ?? '', id: name?.text(9).trim() ?? '' }
}

function personOf({ segments }: Level): AskedPerson {
  const of = (wanted: string): readonly Segment[] => segments.filter(({ tag }) => tag === wanted)
  return {
    person: segments.reduce(withSegment, nobody),
    traces: of('TRN').map((trace) => [2, 3, 4].map((element) => trace.text(element))),
    serviceDate:
      of('DTP')
        .find((one) => one.text(1) === '291')
        ?.text(3)
        .slice(0, 8) ?? '',
    serviceTypes: of('EQ').flatMap((asked) => {
      const types = Array.from({ length: asked.repetitions(1) }, (_, at) => asked.part(1, 1, at + 1))
      // A question about a procedure names no service type; the plan is what is answered.
      return types.length > 0 ? types : ['30']
    }),
  }
}
