import { PageHeader } from '../../ui/index.ts'

export function CheckInPage() {
  return <PageHeader title="Check-in" />
}
