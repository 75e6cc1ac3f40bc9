import { registration } from '@foyer/contract'
import {
  fieldRules,
  mayRequire,
  type RegistrationField,
  registrationFields,
  type Requirement,
  requirements,
  usualRequirements,
} from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { useMay } from '../../../app/session.ts'
import { Button, Notice, Select, showToast, Table, type TableColumn } from '../../../ui/index.ts'
import { ExceptionDialog } from './exception-dialog.tsx'
import { Exceptions } from './exceptions.tsx'
import styles from './registration.module.css'
import { useRules } from './use-rules.ts'
import { useWords } from './use-words.ts'

/** What the desk asks for: field by field, for everybody and by visit type. */
export function RegistrationRulesTab() {
  const { say } = useWords()
  const rules = useRules()
  const mayChange = useMay('practice.change')
  const { act, isPending } = useAct(registration.setRegistrationRules)
  const [failed, setFailed] = useState(false)
  const [exceptionOf, setExceptionOf] = useState<RegistrationField | null>(null)

  /** One rule said, or taken back (null), among those of the practice or of a visit type. */
  const set = async (field: RegistrationField, visitTypeId: string | null, requirement: Requirement | null) => {
    if (isPending) return
    setFailed(false)
    const others = rules.filter((rule) => rule.visitTypeId === visitTypeId && rule.field !== field)
    const all = requirement === null ? others : [...others, { field, requirement }]
    try {
      await act({ visitTypeId, rules: all.map((rule) => ({ field: rule.field, requirement: rule.requirement })) })
      await refresh(registration.readRegistrationRules)
      showToast({ text: say('saved'), kind: 'ok' })
    } catch {
      setFailed(true)
    }
  }
  const general = new Map(fieldRules(rules, null).map((rule) => [rule.field, rule]))
  const requirementOf = (field: RegistrationField) => general.get(field)?.requirement ?? 'asked'
  const columns: TableColumn<RegistrationField>[] = [
    { id: 'field', label: say('field'), isRowHeader: true, cell: (field) => say(`field_${field}`) },
    {
      id: 'practice',
      label: say('practice'),
      cell: (field) =>
        mayChange ? (
          <Select
            label={say('requirementOf', { field: say(`field_${field}`) })}
            hideLabel
            options={requirements
              .filter((one) => mayRequire(field, one))
              .map((one) => ({
                id: one,
                label: one === usualRequirements[field] ? `${say(one)} (${say('usual')})` : say(one),
              }))}
            value={requirementOf(field)}
            onChange={(one) => void set(field, null, one === usualRequirements[field] ? null : one)}
          />
        ) : (
          say(requirementOf(field))
        ),
    },
    {
      id: 'exceptions',
      label: say('exceptions'),
      cell: (field) => (
        <Exceptions
          field={field}
          rules={rules}
          onRemove={mayChange ? (visitTypeId) => void set(field, visitTypeId, null) : null}
        />
      ),
    },
    ...(mayChange
      ? [
          {
            id: 'add',
            label: say('addException'),
            cell: (field: RegistrationField) => (
              <Button
                size="sm"
                variant="quiet"
                aria-label={say('exceptionFor', { field: say(`field_${field}`) })}
                onPress={() => setExceptionOf(field)}
              >
                {say('addException')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <div className={styles.part}>
      <p className={styles.lead}>{say('lead')}</p>
      <p className={styles.lead}>{say('precedence')}</p>
      {failed && <Notice kind="bad">{say('failed')}</Notice>}
      <Table caption={say('title')} hideCaption columns={columns} rows={registrationFields} getKey={(field) => field} />
      {exceptionOf && (
        <ExceptionDialog
          field={exceptionOf}
          onSave={async (visitTypeId, requirement) => {
            await set(exceptionOf, visitTypeId, requirement)
            setExceptionOf(null)
          }}
          onClose={() => setExceptionOf(null)}
        />
      )}
    </div>
  )
}
