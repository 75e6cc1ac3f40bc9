import { repair, type Refusal } from '@foyer/contract'
import { instantAt } from '@foyer/kernel'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../../app/ask.ts'
import { usePractice, useSite, useToday } from '../../app/site.ts'
import { Button, DateField, FieldGroup, FormLayout, Notice, ProgressBar, TextField, TimeField } from '../../ui/index.ts'
import { MissingFields } from './missing-fields.tsx'
import styles from './repair.module.css'
import { useWords } from './use-words.ts'

type Refused = Refusal<typeof repair.proposeRepair>

export function ProposeForm({ onProposed }: { readonly onProposed: (repairId: string) => void }) {
  const { say } = useWords()
  const wish = useSearch({ from: '/repair' })
  const site = useSite()
  const today = useToday(site)
  const { resources, sites } = usePractice()
  const { act, isPending } = useAct(repair.proposeRepair)
  const [missing, setMissing] = useState<readonly (string | null)[]>([wish.resourceId ?? null])
  const [from, setFrom] = useState<string | null>(wish.from ?? today)
  const [until, setUntil] = useState<string | null>(wish.until ?? wish.from ?? today)
  const [fromMinute, setFromMinute] = useState<number | null>(null)
  const [untilMinute, setUntilMinute] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<Refused | 'failed' | null>(null)
  const chosen = missing.filter((id) => id !== null)
  const options = resources
    .filter((one) => one.active && (one.siteId === site.id || one.kind === 'interpreter' || chosen.includes(one.id)))
    .map(({ id, name, specialty }) => ({ id, label: name, ...(specialty ? { detail: specialty } : {}) }))

  async function propose() {
    setTried(true)
    setRefusal(null)
    if (chosen.length === 0 || from === null || until === null || reason.trim() === '') return
    const zone = sites.find(({ id }) => id === resources.find((one) => one.id === chosen[0])?.siteId)?.timeZone
    const at = (date: string, minute: number | null) =>
      minute === null || zone === undefined ? date : instantAt(date, minute, zone).toString()
    try {
      const answer = await act({
        resourceIds: chosen,
        from: at(from, fromMinute),
        until: at(until, untilMinute),
        reason: reason.trim(),
      })
      if (answer.ok) onProposed(answer.value.id)
      else setRefusal(answer.error)
    } catch {
      setRefusal('failed')
    }
  }

  const isNobody = isTried && chosen.length === 0
  const isReasonless = isTried && reason.trim() === ''
  return (
    <FormLayout
      onSubmit={() => void propose()}
      actions={
        <Button type="submit" variant="go" isPending={isPending}>
          {say('makePlan')}
        </Button>
      }
    >
      <FieldGroup legend={say('propose')} columns={1}>
        <div className={styles.fields}>
          <MissingFields options={options} fields={missing} onChange={setMissing} isNobody={isNobody} />
          <TextField
            label={say('reason')}
            description={say('reasonNext')}
            value={reason}
            onChange={setReason}
            maxLength={200}
            isRequired
            {...(isReasonless ? { errorMessage: say('missingReason') } : {})}
          />
          <div className={styles.times}>
            <DateField
              label={say('from')}
              value={from}
              onChange={(date) => {
                setFrom(date)
                if (date !== null && (until === null || until < date)) setUntil(date)
              }}
              minValue={today}
              isRequired
              {...(isTried && from === null ? { errorMessage: say('missingDates') } : {})}
            />
            <TimeField
              label={say('fromTime')}
              description={say('timesNext')}
              value={fromMinute}
              onChange={setFromMinute}
            />
            <DateField
              label={say('until')}
              description={say('untilNext')}
              value={until}
              onChange={setUntil}
              minValue={from ?? today}
              isRequired
              {...(isTried && until === null ? { errorMessage: say('missingDates') } : {})}
            />
            <TimeField label={say('untilTime')} value={untilMinute} onChange={setUntilMinute} />
          </div>
        </div>
      </FieldGroup>
      {isPending && (
        <div role="status">
          <ProgressBar label={say('planning')} />
          <p className={styles.small}>{say('planningNext')}</p>
        </div>
      )}
      {refusal !== null && <Refused refusal={refusal} />}
    </FormLayout>
  )
}

function Refused({ refusal }: { readonly refusal: Refused | 'failed' }) {
  const { say } = useWords()
  if (refusal === 'failed') return <Notice kind="bad">{say('failed')}</Notice>
  switch (refusal.reason) {
    case 'nobody-affected':
      return (
        <Notice kind="info" title={say('nobodyAffected')}>
          {say(refusal.here > 0 ? 'here' : 'nobodyAffectedNext', { count: refusal.here })}
        </Notice>
      )
    case 'too-many-visits':
      return <Notice kind="warn">{say('tooMany', { count: refusal.count, most: refusal.most })}</Notice>
    case 'too-long':
      return <Notice kind="warn">{say('tooLong', { mostDays: refusal.mostDays })}</Notice>
    case 'time-past':
      return <Notice kind="warn">{say('timePast')}</Notice>
    case 'dates-backwards':
      return <Notice kind="warn">{say('backwards')}</Notice>
  }
}
