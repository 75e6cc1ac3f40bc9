import { Tag } from '../../../ui/index.ts'
import type { PatientRecord } from '../shapes.ts'
import { UnknownTag } from './unknown-tag.tsx'
import { useWords } from './use-words.ts'

/** What is not settled yet about who this is. */
export function RegistrationTags({ record }: { readonly record: PatientRecord }) {
  const { say } = useWords()
  const { name, birthDateEstimated, registration } = record.patient
  const isOpen = record.open.some(({ code }) => code === 'registration-incomplete')
  return (
    <>
      <UnknownTag name={name} />
      {birthDateEstimated && <Tag kind="quiet">{say('tag_estimated')}</Tag>}
      {registration === 'partial' && isOpen && <Tag kind="warn">{say('tag_partial')}</Tag>}
    </>
  )
}
