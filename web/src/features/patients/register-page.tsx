import { PageHeader } from '../../ui/index.ts'

export function RegisterPage() {
  return <PageHeader title="New patient" />
}
