import { eligibility } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { useSite } from '../../../app/site.ts'
import { Answer } from '../../../app/states.tsx'
import { Button, Checkbox, Dialog, formatMoment, Table } from '../../../ui/index.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import styles from './card.module.css'
import { CompareView } from './compare-view.tsx'
import type { Check } from './shapes.ts'
import { useWords } from './use-words.ts'

export interface HistoryDialogProps {
  readonly patientId: string
  readonly coverageId: string
  readonly payer: string
  readonly canReadRaw: boolean
  readonly onClose: () => void
}

/** Every question about one policy; any two that were answered can be held against each other. */
export function HistoryDialog({ patientId, coverageId, payer, canReadRaw, onClose }: HistoryDialogProps) {
  const { say } = useWords()
  const asked = useAsk(eligibility.listChecks, { patientId, coverageId })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isComparing, setComparing] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const [a, b] = chosen
  const choose = (id: string, isChosen: boolean): void =>
    setChosen((before) => (isChosen ? [...before.slice(-1), id] : before.filter((one) => one !== id)))
  if (open !== null)
    return (
      <AnswerDialog
        patientId={patientId}
        checkId={open}
        payer={payer}
        canReadRaw={canReadRaw}
        onClose={() => setOpen(null)}
      />
    )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('historyLabel', { payer })}
      size="lg"
      footer={
        <Button isDisabled={a === undefined || b === undefined} onPress={() => setComparing(true)}>
          {say('compare')}
        </Button>
      }
    >
      {isComparing && a !== undefined && b !== undefined ? (
        <CompareView patientId={patientId} checkId={a} otherId={b} />
      ) : (
        <Answer of={asked}>
          {({ checks }) => (
            <>
              {isAllMadeUp(checks) && <p className={styles.small}>{say('sandbox')}</p>}
              <p className={styles.small}>{say('compareNote')}</p>
              <HistoryTable checks={checks} payer={payer} chosen={chosen} onChoose={choose} onOpen={setOpen} />
            </>
          )}
        </Answer>
      )}
    </Dialog>
  )
}

/** Then it is said once above them, else of each that is. */
function isAllMadeUp(checks: readonly Check[]): boolean {
  return checks.length > 0 && checks.every(({ isSandbox }) => isSandbox)
}

interface HistoryTableProps {
  readonly checks: readonly Check[]
  readonly payer: string
  readonly chosen: readonly string[]
  readonly onChoose: (id: string, isChosen: boolean) => void
  readonly onOpen: (id: string) => void
}

function HistoryTable({ checks, payer, chosen, onChoose, onOpen }: HistoryTableProps) {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const when = ({ askedAt }: Check): string => formatMoment(askedAt, timeZone, locale)
  const outcome = ({ state, outcome: said, failure }: Check): string => {
    if (said !== null) return say(`outcome_${said}`)
    if (failure !== null) return say(`failure_${failure}`)
    return say(state === 'waiting' || state === 'sent' ? 'because_asking' : 'because_failed')
  }
  return (
    <Table
      caption={say('historyLabel', { payer })}
      hideCaption
      rows={checks}
      getKey={({ id }) => id}
      empty={say('historyNone')}
      columns={[
        {
          id: 'choose',
          label: say('compare'),
          cell: (check) =>
            check.state === 'answered' ? (
              <Checkbox isSelected={chosen.includes(check.id)} onChange={(is) => onChoose(check.id, is)}>
                <span className={styles.small}>{say('choose', { when: when(check) })}</span>
              </Checkbox>
            ) : null,
        },
        {
          id: 'what',
          label: say('what'),
          isRowHeader: true,
          cell: (check) => (
            <>
              {check.state === 'answered' ? (
                <Button size="sm" variant="quiet" onPress={() => onOpen(check.id)}>
                  {outcome(check)}
                </Button>
              ) : (
                outcome(check)
              )}
              {check.isSandbox && !isAllMadeUp(checks) && <p className={styles.small}>{say('sandbox')}</p>}
            </>
          ),
        },
        { id: 'when', label: say('when'), cell: when },
        { id: 'why', label: say('why'), cell: ({ reason }) => say(`reason_${reason}`) },
        { id: 'who', label: say('who'), cell: ({ askedBy }) => askedBy ?? say('byItself') },
      ]}
    />
  )
}
