import { PageHeader } from '../../ui/index.ts'

export function CalendarPage() {
  return <PageHeader title="Calendar" />
}
