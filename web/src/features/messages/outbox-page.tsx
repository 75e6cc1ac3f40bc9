import { PageHeader } from '../../ui/index.ts'

export function OutboxPage() {
  return <PageHeader title="Outbox" />
}
