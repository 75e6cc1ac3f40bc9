import { relatives } from '@foyer/contract'
import {
  type AuthorityKind,
  authorityKinds,
  authorityKindWords,
  type AuthorityScope,
  authorityScopes,
  authorityScopeWords,
  conceptText,
  kindRules,
} from '@foyer/patients'
import { useState } from 'react'
import { useAct } from '../../app/ask.ts'
import { Checkbox, DateField, FieldGroup, Select } from '../../ui/index.ts'
import { DocumentSelect } from './document-select.tsx'
import { FormDialog } from './form-dialog.tsx'
import type { Related } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

export interface AuthorityDialogProps {
  readonly patientId: string
  readonly person: Related
  readonly isMinor: boolean
  readonly onClose: () => void
}

/** What a kind can cover, and what has to be permitted besides. */
function choicesOf(kind: AuthorityKind): readonly AuthorityScope[] {
  const { covers } = kindRules[kind]
  return authorityScopes.filter(
    (scope) => covers.includes(scope) || (scope === 'confidential' && covers.includes('clinical')),
  )
}

export function AuthorityDialog({ patientId, person, isMinor, onClose }: AuthorityDialogProps) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(relatives.grantAuthority)
  const { failure, run } = useSave(onClose)
  const [kind, setKind] = useState<AuthorityKind>(isMinor ? 'parent' : 'may-know')
  const [without, setWithout] = useState<ReadonlySet<AuthorityScope>>(new Set(['confidential']))
  const [periodStart, setPeriodStart] = useState<string | null>(null)
  const [periodEnd, setPeriodEnd] = useState<string | null>(null)
  const [documentId, setDocumentId] = useState<string | null>(null)
  const choices = choicesOf(kind)
  const scopes = choices.filter((scope) => !without.has(scope))
  const isWhole = scopes.length === kindRules[kind].covers.length && !scopes.includes('confidential')

  const save = () => {
    const body = { patientId, relatedPersonId: person.id, kind, periodStart, periodEnd, documentId }
    if (scopes.length > 0) void run(() => act({ ...body, scopes: isWhole ? [] : scopes }))
  }
  return (
    <FormDialog
      title={say('grantTitle', { name: person.name })}
      failure={failure}
      isPending={isPending}
      onSave={save}
      onClose={onClose}
    >
      <FieldGroup legend={say('kind')} columns={2}>
        <Select
          label={say('kind')}
          options={authorityKinds
            .filter((id) => id !== 'parent' || isMinor)
            .map((id) => ({ id, label: conceptText(authorityKindWords, id, locale) }))}
          value={kind}
          onChange={(next) => {
            setKind(next)
            setWithout(new Set(['confidential']))
          }}
        />
        <DocumentSelect
          patientId={patientId}
          value={documentId}
          onChange={setDocumentId}
          {...(kindRules[kind].needsProof ? { description: say('proofHelp') } : {})}
        />
        <DateField label={say('periodStart')} value={periodStart} onChange={setPeriodStart} />
        <DateField label={say('periodEnd')} value={periodEnd} onChange={setPeriodEnd} />
      </FieldGroup>
      <FieldGroup legend={say('covers')} description={say('coversHelp')} columns={2}>
        {choices.map((scope) => (
          <Checkbox
            key={scope}
            isSelected={!without.has(scope)}
            onChange={(is) =>
              setWithout(new Set(is ? [...without].filter((one) => one !== scope) : [...without, scope]))
            }
            {...(scope === 'confidential' ? { description: say('confidentialHelp') } : {})}
          >
            {conceptText(authorityScopeWords, scope, locale)}
          </Checkbox>
        ))}
      </FieldGroup>
    </FormDialog>
  )
}
