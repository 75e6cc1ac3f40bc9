import {
  arrival,
  calls,
  consents,
  documents,
  duplicates,
  type EndpointSpec,
  type LiveEvent,
  liveEvent,
  messages,
  patients,
  peopleExport,
  peopleImport,
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
    scheduling.readDays,
    scheduling.readAppointment,
    scheduling.readSeries,
    scheduling.readChain,
    scheduling.findOpenings,
    arrival.readBoard,
    arrival.readCheckIn,
    patients.readPatient,
    selfBooking.listSelfBookings,
  ],
  'self-booking': [selfBooking.listSelfBookings],
  day: [scheduling.readDay, scheduling.readDays, scheduling.findOpenings, arrival.readBoard],
  hold: [scheduling.readDay],
  time: [scheduling.readDay, scheduling.readDays, scheduling.findOpenings],
  block: [scheduling.readDay, scheduling.readDays, scheduling.findOpenings],
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
  coverage: [arrival.readBoard, arrival.readCheckIn, patients.readPatient],
  patient: [
    patients.readPatient,
    patients.searchPatients,
    duplicates.listDuplicates,
    duplicates.readDuplicate,
    proposals.listProposals,
    proposals.readProposals,
    arrival.readBoard,
    scheduling.readDay,
  ],
  glass: [restricted.listBrokenGlass, patients.readPatient, patients.searchPatients],
  document: [documents.listDocuments],
  duplicate: [duplicates.listDuplicates],
  'access-request': [peopleExport.listAccessRequests],
  'people-import': [peopleImport.listImports, peopleImport.readImport, peopleImport.listImportRows],
  practice: [
    practice.readPractice,
    registration.readRegistrationRules,
    scheduling.readDay,
    scheduling.readDays,
    arrival.readBoard,
  ],
  call: [calls.listCalls],
  message: [messages.listMessages],
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

function receive(data: string): void {
  const parsed = liveEvent.safeParse(JSON.parse(data))
  if (!parsed.success) return
  const [subject = ''] = parsed.data.type.split('.')
  void refresh(...(concerns[subject] ?? []))
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
