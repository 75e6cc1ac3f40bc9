import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { words as arrival } from '../features/arrival/words.ts'
import { words as audit } from '../features/audit/words.ts'
import { words as calls } from '../features/calls/words.ts'
import { words as consents } from '../features/consents/words.ts'
import { words as estimates } from '../features/estimates/words.ts'
import { words as coverageOrder } from '../features/coverage/order/words.ts'
import { words as coverageCard } from '../features/coverage/card/words.ts'
import { words as planRestriction } from '../features/coverage/restriction/words.ts'
import { words as verification } from '../features/coverage/verification/words.ts'
import { words as coverage } from '../features/coverage/words.ts'
import { words as documents } from '../features/documents/words.ts'
import { words as feeds } from '../features/feeds/words.ts'
import { words as measures } from '../features/measures/words.ts'
import { words as messages } from '../features/messages/words.ts'
import { words as patients } from '../features/patients/words.ts'
import { words as details } from '../features/patients/details/words.ts'
import { words as privacy } from '../features/privacy/words.ts'
import { words as meanwhile } from '../features/patients/meanwhile/words.ts'
import { words as registration } from '../features/patients/registration/words.ts'
import { words as duplicates } from '../features/patients/worklist/words.ts'
import { words as proposals } from '../features/patients/proposals/words.ts'
import { words as peopleExport } from '../features/people-export/words.ts'
import { words as peopleImport } from '../features/people-import/words.ts'
import { words as payers } from '../features/payers/words.ts'
import { words as practice } from '../features/practice/words.ts'
import { words as relatives } from '../features/relatives/words.ts'
import { words as repair } from '../features/repair/words.ts'
import { words as print } from '../features/print/words.ts'
import { words as scheduling } from '../features/scheduling/words.ts'
import { words as selfBooking } from '../features/self-booking/words.ts'
import { words as session } from '../features/session/words.ts'
import { words as today } from '../features/today/words.ts'
import { uiWords } from '../ui/index.ts'
import type { Locale } from './catalog.ts'
import { startingLanguage } from './language.ts'
import { words as shell } from './shell/words.ts'
import { words as roles } from './staff-role/words.ts'
import { words as undo } from './undo/words.ts'

/** What staff read, by namespace. What patients read lies apart. */
const staff = {
  ui: uiWords,
  shell,
  roles,
  undo,
  'self-booking': selfBooking,
  session,
  today,
  scheduling,
  coverage,
  'coverage-order': coverageOrder,
  patients,
  documents,
  details,
  meanwhile,
  duplicates,
  registration,
  proposals,
  arrival,
  calls,
  consents,
  estimates,
  'coverage-card': coverageCard,
  'plan-restriction': planRestriction,
  verification,
  messages,
  relatives,
  privacy,
  'people-export': peopleExport,
  'people-import': peopleImport,
  payers,
  practice,
  repair,
  feeds,
  measures,
  print,
  audit,
}

function side(locale: Locale): Record<string, Readonly<Record<string, string>>> {
  return Object.fromEntries(Object.entries(staff).map(([namespace, words]) => [namespace, words[locale]]))
}

/** Called once before the first render. */
export async function startWords(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18next.use(initReactI18next).init({
    lng: startingLanguage(),
    fallbackLng: 'en',
    resources: { en: side('en'), es: side('es') },
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
  })
}
