import { type Language, listed } from './words.ts'

type Of = Readonly<Record<Language, string>>

/** At a place of service (CMS), for the desk; a code that is not among these as it stands. */
export function placeWords(codes: readonly string[], language: Language): string {
  const unknown = (code: string): string => (language === 'en' ? `at place ${code}` : `en el lugar ${code}`)
  return listed(
    codes.map((code) => places[code]?.desk[language] ?? unknown(code)),
    language,
  )
}

/** The same for the patient; null where a place has no name that they would know. */
export function patientPlaceWords(codes: readonly string[], language: Language): string | null {
  const names = codes.map((code) => places[code])
  const known = names.filter((one) => one !== undefined)
  if (known.length < names.length) return null
  // By telehealth from anywhere is from home too.
  const those = codes.includes('02') ? known.filter((one) => one !== places['10']) : known
  const words = [...new Set(those.map(({ desk, patient = desk }) => patient[language]))]
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(words)
}

/** Those that a clinic meets; `patient` where the words of the desk are none of theirs. */
const places: Readonly<Record<string, { readonly desk: Of; readonly patient?: Of }>> = {
  '02': {
    desk: { en: 'by telehealth', es: 'por telesalud' },
    patient: { en: 'by video or phone', es: 'por video o teléfono' },
  },
  '10': {
    desk: { en: 'by telehealth at home', es: 'por telesalud en casa' },
    patient: { en: 'by video or phone from home', es: 'por video o teléfono desde su casa' },
  },
  '11': { desk: { en: 'in the office', es: 'en el consultorio' } },
  '12': { desk: { en: 'at home', es: 'en casa' } },
  '19': {
    desk: { en: 'in a hospital clinic off campus', es: 'en una clínica externa del hospital' },
    patient: { en: 'in a hospital clinic', es: 'en una clínica del hospital' },
  },
  '20': { desk: { en: 'in urgent care', es: 'en atención urgente' } },
  '21': { desk: { en: 'in the hospital', es: 'en el hospital' } },
  '22': { desk: { en: 'in a hospital clinic', es: 'en una clínica del hospital' } },
  '23': { desk: { en: 'in an emergency room', es: 'en urgencias' } },
  '24': { desk: { en: 'in a surgery center', es: 'en un centro de cirugía' } },
  '31': {
    desk: { en: 'in a skilled nursing facility', es: 'en un centro de enfermería' },
    patient: { en: 'in a nursing home', es: 'en un hogar de cuidados' },
  },
  '81': { desk: { en: 'in a lab', es: 'en un laboratorio' } },
}
