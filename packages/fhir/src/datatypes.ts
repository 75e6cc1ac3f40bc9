import {
  type AddressUse,
  addressUse,
  type ContactPointSystem,
  type ContactPointUse,
  contactPointSystem,
  contactPointUse,
  type NameUse,
  nameUse,
} from './codes.ts'
import { child, children, coded, type Element, positive, text, texts } from './element.ts'
import { dateTime, inOrder, type When } from './when.ts'

export type Coding = { readonly system?: string; readonly code?: string; readonly display?: string }

/** A CodeableConcept reduced to its first coding and the words a person reads. */
export type Concept = Coding & { readonly text?: string }

export type Period = { readonly start?: When; readonly end?: When }

/** `type` is a code of HL7 v2 table 0203 (MR, SS, DL, MB …) or, without one, the text that stood there. */
export type Identifier = { readonly system?: string; readonly value: string; readonly type?: string }

/** A name as the person gave it; nothing is re-cased, trimmed of digits or split. */
export type HumanName = {
  readonly use?: NameUse
  readonly given: readonly string[]
  readonly family?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly text?: string
}

export type ContactPoint = {
  readonly system?: ContactPointSystem
  readonly value: string
  readonly use?: ContactPointUse
  readonly rank?: number
}

export type Address = {
  readonly use?: AddressUse
  readonly lines: readonly string[]
  readonly city?: string
  readonly district?: string
  readonly state?: string
  readonly postalCode?: string
  readonly country?: string
  readonly text?: string
}

export function concept(element: Element | undefined): Concept | undefined {
  if (element === undefined) return undefined
  const first = children(element, 'coding').map(coding)[0]
  const words = text(element, 'text')
  if (first === undefined && words === undefined) return undefined
  return words === undefined ? first : { ...first, text: words }
}

export function coding(element: Element): Coding {
  return { system: text(element, 'system'), code: text(element, 'code'), display: text(element, 'display') }
}

/** What a person would read: the text, else the display, else the code. */
export function words(found: Concept | undefined): string | undefined {
  return found?.text ?? found?.display ?? found?.code
}

/** All codings of a concept, where one of several is looked for. */
export function codings(element: Element | undefined): Coding[] {
  return element === undefined ? [] : children(element, 'coding').map(coding)
}

export function period(element: Element | undefined): Period | undefined {
  if (element === undefined) return undefined
  const start = dateTime(element, 'start')
  const end = dateTime(element, 'end')
  inOrder(element, start, end)
  return start === undefined && end === undefined ? undefined : { start, end }
}

/** Identifiers with a value, each once. */
export function identifiers(resource: Element): Identifier[] {
  const found = new Map<string, Identifier>()
  for (const element of children(resource, 'identifier')) {
    const value = text(element, 'value')
    const system = text(element, 'system')
    const kind = concept(child(element, 'type'))
    if (value !== undefined) {
      found.set(JSON.stringify([system, value]), { system, value, type: kind?.code ?? kind?.text ?? kind?.display })
    }
  }
  return [...found.values()]
}

/** Contact points with a value; one that is only an extension or a use says nothing to dial. */
export function telecom(element: Element): ContactPoint[] {
  return children(element, 'telecom').flatMap((point) => {
    const value = text(point, 'value')
    const system = coded(point, 'system', contactPointSystem)
    const use = coded(point, 'use', contactPointUse)
    const rank = positive(point, 'rank')
    return value === undefined ? [] : [{ system, value, use, rank }]
  })
}

/** The number to ring: the best ranked phone that is not an old one. */
export function phone(points: readonly ContactPoint[]): string | undefined {
  const usable = points.filter((point) => point.system === 'phone' && point.use !== 'old')
  return usable.toSorted((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0)[0]?.value
}

export function address(element: Element | undefined): Address | undefined {
  if (element === undefined) return undefined
  const found = {
    use: coded(element, 'use', addressUse),
    lines: texts(element, 'line'),
    city: text(element, 'city'),
    district: text(element, 'district'),
    state: text(element, 'state'),
    postalCode: text(element, 'postalCode'),
    country: text(element, 'country'),
    text: text(element, 'text'),
  }
  const { use: _, lines, ...parts } = found
  return lines.length === 0 && Object.values(parts).every((part) => part === undefined) ? undefined : found
}

export function addresses(resource: Element): Address[] {
  return children(resource, 'address').flatMap((element) => address(element) ?? [])
}

/** A name, or undefined when it holds no family, given or text. */
export function humanName(element: Element | undefined): HumanName | undefined {
  if (element === undefined) return undefined
  const found = {
    use: coded(element, 'use', nameUse),
    given: texts(element, 'given'),
    family: text(element, 'family'),
    prefix: texts(element, 'prefix').join(' ') || undefined,
    suffix: texts(element, 'suffix').join(' ') || undefined,
    text: text(element, 'text'),
  }
  return found.given.length === 0 && found.family === undefined && found.text === undefined ? undefined : found
}

export function humanNames(resource: Element): HumanName[] {
  return children(resource, 'name').flatMap((element) => humanName(element) ?? [])
}

const notOnPaper: ReadonlySet<NameUse> = new Set(['old', 'maiden', 'nickname', 'anonymous'])

/** The name to call a person by on paper: official, else usual, else the first that is neither past nor a nickname. */
export function legalName(names: readonly HumanName[]): HumanName | undefined {
  return (
    names.find((name) => name.use === 'official') ??
    names.find((name) => name.use === 'usual') ??
    names.find((name) => name.use === undefined || !notOnPaper.has(name.use)) ??
    names[0]
  )
}

/** What a person likes to be called: the nickname's given names, else its text. */
export function preferredName(names: readonly HumanName[]): string | undefined {
  const nickname = names.find((name) => name.use === 'nickname')
  if (nickname === undefined) return undefined
  return nickname.given.length > 0 ? nickname.given.join(' ') : (nickname.text ?? nickname.family)
}
