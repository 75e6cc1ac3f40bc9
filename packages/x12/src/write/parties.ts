import { dateOf, type WrittenSegment } from './element.ts'

/** Somebody who is not a person: payer, group practice, clearinghouse. */
export interface Organization {
  readonly name: string
  readonly id: string
  /** What the id is: XX an NPI, PI a payer's id, 46 an electronic transmitter's, FI a tax number. */
  readonly idQualifier: string
}

export interface Person {
  readonly family: string
  readonly given?: string | undefined
  readonly middle?: string | undefined
  readonly suffix?: string | undefined
  readonly id?: string | undefined
  /** MI: a member's id; XX: an NPI. */
  readonly idQualifier?: string | undefined
}

/** A patient or a policy's holder. */
export interface Member extends Person {
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string | undefined
  readonly sex?: 'F' | 'M' | 'U' | undefined
  readonly address?: Address | undefined
}

export interface Address {
  readonly lines: readonly string[]
  readonly city: string
  readonly state: string
  readonly postalCode: string
}

export function organizationName(role: string, { name, id, idQualifier }: Organization): WrittenSegment {
  return ['NM1', role, '2', name, '', '', '', '', idQualifier, id]
}

export function personName(role: string, person: Person): WrittenSegment {
  const { family, given = '', middle = '', suffix = '', id = '', idQualifier = 'MI' } = person
  return ['NM1', role, '1', family, given, middle, '', suffix, id === '' ? '' : idQualifier, id]
}

export function partyName(role: string, party: Organization | Person): WrittenSegment {
  return 'name' in party ? organizationName(role, party) : personName(role, party)
}

/** N3 and N4; none without an address. */
export function addressOf({ address }: Pick<Member, 'address'>): readonly WrittenSegment[] {
  if (!address) return []
  const [first = '', second = ''] = address.lines
  return [
    ['N3', first, second],
    ['N4', address.city, address.state, address.postalCode.replaceAll('-', '')],
  ]
}

/** DMG; none without a birth date. */
export function demographicsOf({ birthDate, sex }: Member): readonly WrittenSegment[] {
  return birthDate === undefined ? [] : [['DMG', 'D8', dateOf(birthDate), sex ?? '']]
}

/** HL: number, parent ('' for the first), level, whether there are others below. */
export function level(number: number, parent: number | null, code: string, hasChildren: boolean): WrittenSegment {
  return ['HL', String(number), parent === null ? '' : String(parent), code, hasChildren ? '1' : '0']
}

/** REF; none for an identifier that is not known. */
export function reference(qualifier: string, id: string | undefined): readonly WrittenSegment[] {
  return id === undefined || id === '' ? [] : [['REF', qualifier, id]]
}
