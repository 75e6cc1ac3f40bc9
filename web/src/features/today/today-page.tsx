import { PageHeader } from '../../ui/index.ts'

export function TodayPage() {
  return <PageHeader title="Today" />
}
