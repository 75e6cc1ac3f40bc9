import type { Segment, WrittenSegment } from '@foyer/x12'

/** A person as a 270 names them, or as the payer has them. Empty texts are unknown. */
export interface Person {
  readonly family: string
  readonly given: string
  readonly middle: string
  readonly suffix: string
  readonly memberId: string
  /** `CCYYMMDD`. */
  readonly birthDate: string
  readonly sex: '' | 'F' | 'M' | 'U'
  readonly groupNumber: string
  /** N3 and N4 as they stand. */
  readonly address: readonly WrittenSegment[]
}

export const nobody: Person = {
  family: '',
  given: '',
  middle: '',
  suffix: '',
  memberId: '',
  birthDate: '',
  sex: '',
  groupNumber: '',
  address: [],
}

/** A segment as it was read, to be written again. */
export function copyOf(segment: Segment): WrittenSegment {
  const elements = Array.from({ length: segment.size }, (_, at) => {
    const parts = segment.components(at + 1)
    return parts.length > 1 ? parts : segment.text(at + 1)
  })
  return [segment.tag, ...elements]
}

/** What one segment of loop 2100C or 2100D adds to whom it names. */
export function withSegment(person: Person, segment: Segment): Person {
  const text = (element: number): string => segment.text(element).trim()
  switch (segment.tag) {
    case 'NM1':
      return {
        ...person,
        family: text(3),
        given: text(4),
        middle: text(5),
        suffix: text(7),
        memberId: text(8) === 'MI' || text(8) === 'II' ? text(9) : '',
      }
    case 'DMG': {
      const sex = text(3)
      return { ...person, birthDate: text(2), sex: sex === 'F' || sex === 'M' || sex === 'U' ? sex : '' }
    }
    case 'REF':
      return text(1) === '6P' || text(1) === '1L' ? { ...person, groupNumber: text(2) } : person
    case 'N3':
    case 'N4':
      return { ...person, address: [...person.address, copyOf(segment)] }
    default:
      return person
  }
}

/** NM1, REF, N3, N4 as loop 2100C or 2100D begins. */
export function nameSegments(role: 'IL' | '03', person: Person): readonly WrittenSegment[] {
  const { family, given, middle, suffix, memberId, groupNumber, address } = person
  const id = memberId === '' ? [] : ['MI', memberId]
  return [
    ['NM1', role, '1', family, given, middle, '', suffix, ...id],
    ...(groupNumber === '' ? [] : [['REF', '6P', groupNumber] as const]),
    ...address,
  ]
}

export function demographicSegments({ birthDate, sex }: Person): readonly WrittenSegment[] {
  return birthDate === '' ? [] : [['DMG', 'D8', birthDate, sex]]
}
