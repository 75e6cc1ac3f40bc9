import { PageHeader } from '../../ui/index.ts'

export function PatientsPage() {
  return <PageHeader title="Patients" />
}
