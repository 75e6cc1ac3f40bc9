import { payers } from '@foyer/contract'
import { serviceName } from '@foyer/coverage'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { usePractice } from '../../../app/site.ts'
import { Answer } from '../../../app/states.tsx'
import { Button, EmptyState, Signal, Table } from '../../../ui/index.ts'
import styles from '../payers.module.css'
import type { VisitBilling } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import { BillingDialog } from './billing-dialog.tsx'
import { procedureText } from './draft.ts'
import { ProvidersPart } from './providers-part.tsx'

interface Line {
  readonly id: string
  readonly name: string
  readonly billing: VisitBilling | null
}

/** What each visit is in the words of payers, and as whom they are asked. */
export function BillingTab() {
  const { say, locale } = useWords()
  const { visitTypes } = usePractice()
  const asked = useAsk(payers.listVisitTypeBilling, {})
  const [open, setOpen] = useState<Line | null>(null)
  return (
    <div className={styles.part}>
      <ProvidersPart />
      <h2>{say('visitTypes')}</h2>
      <p className={styles.soft}>{say('visitTypesLead')}</p>
      <Answer of={asked}>
        {({ visitTypes: billed, can }) => (
          <Table<Line>
            caption={say('visitTypes')}
            hideCaption
            rows={visitTypes
              .filter(({ active }) => active)
              .map(({ id, name, nameEs }) => ({
                id,
                name: locale === 'es' ? nameEs : name,
                billing: billed.find(({ visitTypeId }) => visitTypeId === id) ?? null,
              }))}
            getKey={({ id }) => id}
            empty={<EmptyState title={say('noVisitTypes')} />}
            columns={[
              { id: 'name', label: say('name'), isRowHeader: true, cell: ({ name }) => name },
              {
                id: 'services',
                label: say('serviceTypes'),
                cell: ({ billing }) =>
                  billing === null || billing.serviceTypes.length === 0 ? (
                    <Signal kind="warn">{say('notSaid')}</Signal>
                  ) : (
                    billing.serviceTypes.map((code) => `${serviceName(code, locale)} (${code})`).join(', ')
                  ),
              },
              {
                id: 'procedures',
                label: say('procedures'),
                cell: ({ billing }) => (
                  <span className="id">{(billing?.procedures ?? []).map(procedureText).join(', ')}</span>
                ),
              },
              {
                id: 'place',
                label: say('place'),
                cell: ({ billing }) => <span className="id">{billing?.placeOfService ?? ''}</span>,
              },
              ...(can.change
                ? [
                    {
                      id: 'actions',
                      label: say('actions'),
                      cell: (line: Line) => (
                        <Button
                          size="sm"
                          aria-label={say('changeNamed', { name: line.name })}
                          onPress={() => setOpen(line)}
                        >
                          {say('change')}
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Answer>
      {open && (
        <BillingDialog visitTypeId={open.id} name={open.name} billing={open.billing} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}
