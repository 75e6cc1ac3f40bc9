import {
  arrival,
  calls,
  consents,
  coverageOrder,
  documents,
  duplicates,
  eligibility,
  type EndpointSpec,
  estimates,
  type LiveEvent,
  liveEvent,
  messages,
  patients,
  payers,
  peopleExport,
  peopleImport,
  planRestrictions,
  practice,
  proposals,
  registration,
  repair,
  restricted,
  scheduling,
  selfBooking,
} from '@foyer/contract'
import { useEffect, useState } from 'react'
import { refresh } from './ask.ts'

/**
 * Which answers a change makes old, by the first word of the event. Not among them: who looked at a record and what was
 * changed in it. Each time somebody asks for that it is written down, so only somebody asks, never the page by itself.
 */
const concerns: Readonly<Record<string, readonly EndpointSpec[]>> = {
  appointment: [
    scheduling.readDay,
    scheduling.readMoving,
    scheduling.readDays,
    scheduling.readAppointment,
    scheduling.readSeries,
    scheduling.readChain,
    scheduling.findOpenings,
    arrival.readBoard,
    arrival.readCheckIn,
    patients.readPatient,
    selfBooking.listSelfBookings,
    estimates.listEstimates,
  ],
  'self-booking': [selfBooking.listSelfBookings],
  day: [scheduling.readDay, scheduling.readDays, scheduling.findOpenings, arrival.readBoard],
  hold: [scheduling.readDay, scheduling.readMoving],
  time: [scheduling.readDay, scheduling.readDays, scheduling.readMoving, scheduling.findOpenings],
  block: [scheduling.readDay, scheduling.readDays, scheduling.readMoving, scheduling.findOpenings],
  visit: [
    arrival.readBoard,
    arrival.readCheckIn,
    scheduling.readDay,
    scheduling.readAppointment,
    scheduling.readSeries,
    scheduling.readChain,
    patients.readPatient,
  ],
  consent: [consents.readConsents, arrival.readBoard, arrival.readCheckIn, patients.readPatient],
  'consent-text': [consents.listConsentTexts, consents.readConsents, arrival.readBoard, arrival.readCheckIn],
  payment: [arrival.readBoard, arrival.readCheckIn, patients.readPatient],
  eligibility: [
    eligibility.readCoverageCards,
    eligibility.listChecks,
    eligibility.readVerification,
    proposals.listProposals,
    proposals.readProposals,
    arrival.readBoard,
    arrival.readCheckIn,
  ],
  'payer-connection': [eligibility.readCoverageCards, eligibility.readVerification],
  coverage: [
    proposals.listProposals,
    proposals.readProposals,
    arrival.readBoard,
    arrival.readCheckIn,
    patients.readPatient,
    eligibility.readCoverageCards,
    coverageOrder.readCoverageOrder,
    coverageOrder.readVisitCoverages,
  ],
  'coverage-order': [
    arrival.readBoard,
    arrival.readCheckIn,
    patients.readPatient,
    eligibility.readCoverageCards,
    coverageOrder.readCoverageOrder,
    coverageOrder.readVisitCoverages,
  ],
  estimate: [estimates.listEstimates, estimates.listDueEstimates],
  patient: [
    patients.readPatient,
    patients.searchPatients,
    duplicates.listDuplicates,
    duplicates.readDuplicate,
    proposals.listProposals,
    proposals.readProposals,
    arrival.readBoard,
    arrival.readCheckIn,
    eligibility.readCoverageCards,
    planRestrictions.listPlanRestrictions,
    scheduling.readDay,
  ],
  glass: [restricted.listBrokenGlass, patients.readPatient, patients.searchPatients],
  document: [documents.listDocuments],
  duplicate: [duplicates.listDuplicates],
  'access-request': [peopleExport.listAccessRequests, peopleExport.countDueCopies],
  'people-import': [peopleImport.listImports, peopleImport.readImport, peopleImport.listImportRows],
  'payer-directory': [payers.readDirectory, payers.listVisitTypeBilling, payers.listFeeSchedules],
  practice: [
    practice.readPractice,
    registration.readRegistrationRules,
    scheduling.readDay,
    scheduling.readDays,
    arrival.readBoard,
  ],
  call: [calls.listCalls],
  message: [messages.listMessages, messages.listUntold],
  repair: [repair.readRepair, repair.listRepairs, repair.previewRepairMessages],
}

const listeners = new Set<(event: LiveEvent) => void>()

/** Hears every change the server tells of; for what is more than asking again. */
export function onLive(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What is being asked for again, and whether something happened meanwhile. */
const asking = new Map<EndpointSpec, boolean>()

/**
 * Asks again for what a change made old. While one such asking is under way the next waits for it: of hundreds of changes
 * in a second each would otherwise cancel the asking before, and nothing would arrive until they end.
 */
async function askAgain(spec: EndpointSpec): Promise<void> {
  if (asking.has(spec)) {
    asking.set(spec, true)
    return
  }
  asking.set(spec, false)
  await refresh(spec).catch(() => undefined)
  const isOld = asking.get(spec) === true
  asking.delete(spec)
  if (isOld) await askAgain(spec)
}

function receive(data: string): void {
  const parsed = liveEvent.safeParse(JSON.parse(data))
  if (!parsed.success) return
  const [subject = ''] = parsed.data.type.split('.')
  for (const spec of concerns[subject] ?? []) void askAgain(spec)
  for (const listener of listeners) listener(parsed.data)
}

/** One stream per browser window, from sign-in to sign-out. Answers whether it is connected. */
export function useLiveStream(isOpen: boolean): boolean {
  const [isConnected, setConnected] = useState(true)
  useEffect(() => {
    if (!isOpen) return
    let wasLost = false
    const source = new EventSource('/api/live')
    source.onmessage = (message: MessageEvent<string>) => receive(message.data)
    source.onopen = () => {
      setConnected(true)
      // What happened while the line was down was not heard.
      if (wasLost) for (const specs of Object.values(concerns)) void refresh(...specs)
      wasLost = false
    }
    source.onerror = () => {
      wasLost = true
      setConnected(false)
    }
    return () => source.close()
  }, [isOpen])
  return isConnected
}
