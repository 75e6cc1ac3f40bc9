import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { lazyPage } from './lazy-page.ts'
import { NotFound, PageFault, PagePending } from './page-states.tsx'
import { Root } from './root.tsx'
import {
  auditSearch,
  calendarSearch,
  outboxSearch,
  parseSearch,
  repairSearch,
  todaySearch,
  writeSearch,
} from './search-params.ts'

const root = createRootRoute({ component: Root, notFoundComponent: NotFound })
const at = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path })

const today = createRoute({
  ...at('/'),
  validateSearch: todaySearch,
  component: lazyPage(() => import('../features/today/today-page.tsx'), 'TodayPage'),
})
const calendar = createRoute({
  ...at('/calendar'),
  validateSearch: calendarSearch,
  component: lazyPage(() => import('../features/scheduling/calendar-page.tsx'), 'CalendarPage'),
})
const patients = createRoute({
  ...at('/patients'),
  component: lazyPage(() => import('../features/patients/patients-page.tsx'), 'PatientsPage'),
})
const newPatient = createRoute({
  ...at('/patients/new'),
  component: lazyPage(() => import('../features/patients/register-page.tsx'), 'RegisterPage'),
})
const duplicates = createRoute({
  ...at('/patients/duplicates'),
  component: lazyPage(() => import('../features/patients/worklist/duplicates-page.tsx'), 'DuplicatesPage'),
})
const proposals = createRoute({
  ...at('/patients/proposals'),
  component: lazyPage(() => import('../features/patients/proposals/proposals-page.tsx'), 'ProposalsPage'),
})
const copies = createRoute({
  ...at('/patients/copies'),
  component: lazyPage(() => import('../features/people-export/due-page.tsx'), 'DueCopiesPage'),
})
const imports = createRoute({
  ...at('/patients/import'),
  component: lazyPage(() => import('../features/people-import/imports-page.tsx'), 'ImportsPage'),
})
const importRun = createRoute({
  ...at('/patients/import/$runId'),
  component: lazyPage(() => import('../features/people-import/run-page.tsx'), 'ImportRunPage'),
})
const patient = createRoute({
  ...at('/patients/$patientId'),
  component: lazyPage(() => import('../features/patients/patient-page.tsx'), 'PatientPage'),
})
const checkIn = createRoute({
  ...at('/check-in/$appointmentId'),
  component: lazyPage(() => import('../features/arrival/check-in-page.tsx'), 'CheckInPage'),
})
const online = createRoute({
  ...at('/online'),
  component: lazyPage(() => import('../features/self-booking/online-page.tsx'), 'OnlinePage'),
})
const verification = createRoute({
  ...at('/verification'),
  component: lazyPage(() => import('../features/coverage/verification/verification-page.tsx'), 'VerificationPage'),
})
const outbox = createRoute({
  ...at('/outbox'),
  validateSearch: outboxSearch,
  component: lazyPage(() => import('../features/messages/outbox-page.tsx'), 'OutboxPage'),
})
const practice = createRoute({
  ...at('/practice'),
  component: lazyPage(() => import('../features/practice/practice-page.tsx'), 'PracticePage'),
})
const reports = createRoute({
  ...at('/reports'),
  component: lazyPage(() => import('../features/measures/reports-page.tsx'), 'ReportsPage'),
})
const feeds = createRoute({
  ...at('/feeds'),
  component: lazyPage(() => import('../features/feeds/feeds-page.tsx'), 'FeedsPage'),
})
const print = createRoute({
  ...at('/print'),
  component: lazyPage(() => import('../features/print/print-page.tsx'), 'PrintPage'),
})
const template = createRoute({
  ...at('/practice/hours/$resourceId'),
  component: lazyPage(() => import('../features/practice/template/template-page.tsx'), 'TemplatePage'),
})
const payer = createRoute({
  ...at('/practice/payers/$payerId'),
  component: lazyPage(() => import('../features/payers/payer/payer-page.tsx'), 'PayerPage'),
})
const audit = createRoute({
  ...at('/audit'),
  validateSearch: auditSearch,
  component: lazyPage(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
})
const privacy = createRoute({
  ...at('/privacy'),
  component: lazyPage(() => import('../features/privacy/review-page.tsx'), 'ReviewPage'),
})
const account = createRoute({
  ...at('/sessions'),
  component: lazyPage(() => import('../features/session/account-page.tsx'), 'AccountPage'),
})
const repairs = createRoute({
  ...at('/repair'),
  validateSearch: repairSearch,
  component: lazyPage(() => import('../features/repair/repair-list-page.tsx'), 'RepairListPage'),
})
const repair = createRoute({
  ...at('/repair/$repairId'),
  component: lazyPage(() => import('../features/repair/repair-page.tsx'), 'RepairPage'),
})
/** For patients, who have no account: the root lets it through. */
const answer = createRoute({
  ...at('/answer'),
  component: lazyPage(() => import('../features/repair/answer/answer-page.tsx'), 'AnswerPage'),
})
const estimate = createRoute({
  ...at('/estimate'),
  component: lazyPage(() => import('../features/estimates/public/estimate-page.tsx'), 'EstimatePage'),
})
/** First set-up stands before any session; the gate in root.tsx shows it. */
const setUp = createRoute({ ...at('/setup'), component: () => null })

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    calendar,
    patients,
    newPatient,
    duplicates,
    proposals,
    copies,
    imports,
    importRun,
    patient,
    checkIn,
    online,
    verification,
    outbox,
    practice,
    reports,
    feeds,
    print,
    template,
    payer,
    audit,
    privacy,
    account,
    repairs,
    repair,
    answer,
    estimate,
    setUp,
  ]),
  parseSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultPendingMs: 100,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageFault,
  defaultNotFoundComponent: NotFound,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
