import { PageHeader } from '../../ui/index.ts'

export function AuditPage() {
  return <PageHeader title="Audit" />
}
