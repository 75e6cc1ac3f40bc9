import { PageHeader } from '../../ui/index.ts'

export function PatientPage() {
  return <PageHeader title="Patient" />
}
