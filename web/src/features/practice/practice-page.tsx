import { PageHeader } from '../../ui/index.ts'

export function PracticePage() {
  return <PageHeader title="Practice" />
}
