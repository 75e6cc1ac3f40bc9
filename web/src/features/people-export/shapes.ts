import type { peopleExport, Reply } from '@foyer/contract'

export type AccessRequests = Reply<typeof peopleExport.listAccessRequests>
export type AccessRequest = AccessRequests['requests'][number]

export interface RequestLineProps {
  readonly patientId: string
  readonly request: AccessRequest
}
