import { formatPhone } from '@foyer/patients'
import { type PatientLanguage, patientWords } from './patient-words.ts'
import { placeText, timeText, type VisitFacts } from './visit-message.ts'

type Facts = Pick<VisitFacts, 'start' | 'site' | 'telehealth'>

/** Whom several visits are for; at least two of them. */
export interface SeveralFacts extends Pick<VisitFacts, 'practice' | 'readerName' | 'about'> {
  readonly visits: readonly Facts[]
}

/** One message about several visits: each with its time, and where, said once if it is the same for all. */
export function severalMessage(
  news: 'booked' | 'cancelled',
  { practice, readerName, about, visits }: SeveralFacts,
  language: PatientLanguage,
): { subject: string; text: string } {
  const words = patientWords(language)
  const isBooked = news === 'booked'
  const { subject, news: sentence } = words[isBooked ? 'bookedAll' : 'cancelledAll'](visits.length, practice)
  const placeOf = (visit: Facts): string => (visit.telehealth ? words.online : placeText(visit))
  const places = new Set(visits.map(placeOf))
  const [place = ''] = places
  const phones = new Set(visits.flatMap(({ site }) => site.phone ?? []))
  const [phone] = phones
  const lines = [
    words.hello(readerName),
    '',
    ...(about === null ? [] : [words.about(about), '']),
    sentence,
    '',
    ...visits.flatMap((visit, at) => [
      `${at + 1}. ${timeText(visit, language, 'at')}`,
      ...(isBooked && places.size > 1 ? [`   ${placeOf(visit)}`] : []),
    ]),
    ...(isBooked && places.size === 1 ? ['', words.where(place)] : []),
    '',
    ...(phone === undefined ? [] : [words[isBooked ? 'changeAny' : 'again'](formatPhone(phone))]),
    ...(isBooked ? [words.calendarAll] : []),
    '',
    practice,
  ]
  return { subject, text: `${lines.join('\n')}\n` }
}
