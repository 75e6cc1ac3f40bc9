import { authorityKindWords, authorityScopeWords } from '../coded/standing-words.ts'
import { type Concept, conceptText } from '../coded/concept.ts'
import { contactUses, contactWayWords } from '../coded/contact.ts'
import { kinText } from '../coded/kin.ts'
import { languageName } from '../language.ts'
import { formatPhone } from '../phone.ts'
import { each, type Read, readPlain, type Reading } from './reading.ts'

export function coded(concepts: readonly Concept[]): Read {
  return each((code, { locale }) => conceptText(concepts, code, locale))
}

const civilDate = /^\d{4}(-\d{2}(-\d{2})?)?$/

export const readDay = each((text, { day }) => (civilDate.test(text) ? day(text) : text))

/** Yes or no, also where it comes as a text. */
export const readFlag: Read = (value, reading) =>
  readPlain(value === 'true' || (value === 'false' ? false : value), reading)
const everyVisit = { en: 'every visit', es: 'todas las visitas' }

/** Civil dates of visits, or `every-visit`. */
export const readKept = each((text, { locale, day }) =>
  text === 'every-visit' ? everyVisit[locale] : civilDate.test(text) ? day(text) : text,
)
export const readLanguage = each((code, { locale }) => languageName(code, locale))
export const readKin = each((code, { locale }) => kinText(code, locale))

function phoneText(text: string): string {
  return /^\+\d{8,15}$/.test(text) ? formatPhone(text) : text
}

export const readPhone = each(phoneText)

/** `+13125550134 mobile Ana`: value, kind and whom it is shared with, as the history keeps them. */
export const readContact = each((text, { locale }) => {
  const [value = '', use, ...sharedWith] = text.split(' ')
  return [phoneText(value), use && conceptText(contactUses, use, locale), ...sharedWith].filter(Boolean).join(' ')
})

/** Values with their kinds, as a feed proposes them: `+13125550134 mobile, 555 0134 work`. */
export const readAnother = each((texts, { locale }) =>
  texts
    .split(', ')
    .map((text) => {
      const [, value = text, use] = /^(.*) (\S+)$/.exec(text) ?? []
      return [phoneText(value), use && conceptText(contactUses, use, locale)].filter(Boolean).join(' ')
    })
    .join(', '),
)

export const readCents: Read = (value, reading) =>
  typeof value === 'number'
    ? new Intl.NumberFormat(reading.locale === 'es' ? 'es-US' : 'en-US', { style: 'currency', currency: 'USD' }).format(
        value / 100,
      )
    : readPlain(value, reading)

/** Ways first, then number or address of its own and remarks. */
export const readWish: Read = each((part, { locale }) => phoneText(conceptText(contactWayWords, part, locale)))

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** Kind, whose it is, what it covers, from when until when. */
export const readAuthority: Read = (value, reading) => {
  const [kind, name, ...rest] = listOf(value)
  if (kind === undefined || name === undefined) return readPlain(value, reading)
  return [
    conceptText(authorityKindWords, kind, reading.locale),
    name,
    ...rest.map((part) => partOf(part, reading)),
  ].join(', ')
}

const since = { en: 'since', es: 'desde' }

function partOf(part: string, { locale, day }: Reading): string {
  const period = /^(\d{4}-\d{2}-\d{2}) –(?: (\d{4}-\d{2}-\d{2}))?$/.exec(part)
  if (!period?.[1]) return conceptText(authorityScopeWords, part, locale)
  return period[2] === undefined ? `${since[locale]} ${day(period[1])}` : `${day(period[1])} – ${day(period[2])}`
}

const onFile = { en: 'on file', es: 'en el expediente' }
const notShown = { en: 'not shown', es: 'sin mostrar' }

/** Kind, whose it is, and the document, which has no name of its own here. */
export const readProof: Read = (value, { locale }) => {
  const [kind = '', name, document] = listOf(value)
  const words = document === undefined ? notShown : onFile
  return [conceptText(authorityKindWords, kind, locale), name, words[locale]].filter(Boolean).join(', ')
}
