import { patients, type Refusal } from '@foyer/contract'
import { conceptText, displayName, sexes, subscriberRelationships } from '@foyer/patients'
import { useRef, useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { call } from '../../app/client.ts'
import { useMay } from '../../app/session.ts'
import { usePractice } from '../../app/site.ts'
import {
  Button,
  ComboBox,
  DateField,
  Dialog,
  FieldGroup,
  FormLayout,
  MoneyField,
  Notice,
  Select,
  showToast,
  TextField,
} from '../../ui/index.ts'
import { CardCapture, type CardTaken, useKeptPicture } from '../documents/index.ts'
import styles from './patients.module.css'
import { PlanField, type PlanOnCard, usePlans } from './plan-field.tsx'
import { RecordChoice } from './record-choice.tsx'
import { saveFault } from './save-fault.ts'
import type { Coverage, PickedPerson } from './shapes.ts'
import { useWords } from './use-words.ts'

export interface CoverageDialogProps {
  readonly patientId: string
  /** The coverage to change; null adds one. */
  readonly coverage: Coverage | null
  readonly nextOrder: number
  readonly onClose: () => void
}

const relationships = patients.subscriberRelationship.options
const kinds = patients.coverageKind.options
const endings = patients.coverageEnding.options
const notSaid = 'not-said'

/** An option by its name, or null for "not said". */
function chosen<T extends string>(options: readonly T[], id: string): T | null {
  return options.find((one) => one === id) ?? null
}

/** Said beside the field that it is about; the others above the form. */
const besideField: ReadonlySet<string> = new Set(['unknown-payer', 'period-backwards'])

export function CoverageDialog({ patientId, coverage, nextOrder, onClose }: CoverageDialogProps) {
  const { say, locale } = useWords()
  const { payers } = usePractice()
  const add = useAct(patients.addCoverage)
  const change = useAct(patients.changeCoverage)
  const [payerId, setPayerId] = useState(coverage?.payerId ?? null)
  const [plan, setPlan] = useState<PlanOnCard>({ id: coverage?.planId ?? null, name: coverage?.planName ?? '' })
  const plans = usePlans(payerId, plan)
  const [memberId, setMemberId] = useState(coverage?.memberId ?? '')
  const [groupNumber, setGroupNumber] = useState(coverage?.groupNumber ?? '')
  const [relationship, setRelationship] = useState(coverage?.relationship ?? 'self')
  const [subscriberName, setSubscriberName] = useState(coverage?.subscriberName ?? '')
  const [periodStart, setPeriodStart] = useState(coverage?.periodStart ?? null)
  const [periodEnd, setPeriodEnd] = useState(coverage?.periodEnd ?? null)
  const [kind, setKind] = useState(coverage?.kind ?? 'health')
  const [birthDate, setBirthDate] = useState(coverage?.subscriberBirthDate ?? null)
  const [sex, setSex] = useState(coverage?.subscriberSex ?? null)
  const [holderId, setHolderId] = useState(coverage?.subscriberPatientId ?? null)
  const [holder, setHolder] = useState<PickedPerson | null>(null)
  const meant = useRef(holderId)
  const [endedBecause, setEndedBecause] = useState(coverage?.endedBecause ?? null)
  const [copayCents, setCopayCents] = useState(coverage?.copayCents ?? null)
  const [wasTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal<typeof patients.changeCoverage>['reason'] | null>(null)

  const isBackwards = periodStart !== null && periodEnd !== null && periodEnd < periodStart
  const faults = {
    payer: payerId === null ? say('needPayer') : refusal === 'unknown-payer' ? say('refused_unknown-payer') : undefined,
    subscriber: relationship !== 'self' && subscriberName.trim() === '' ? say('needSubscriber') : undefined,
    period: isBackwards || refusal === 'period-backwards' ? say('refused_period-backwards') : undefined,
  }
  const marked = (fault: string | undefined) => (wasTried && fault !== undefined ? { errorMessage: fault } : {})
  const given = (text: string) => (text.trim() === '' ? null : text.trim())

  const kept = useKeptPicture()
  const mayKeep = useMay('document.add')
  const takeCard: CardTaken = (fields, picture) => {
    if (fields.payerId !== undefined) setPayerId(fields.payerId)
    if (fields.planName !== undefined) setPlan({ id: null, name: fields.planName })
    if (fields.memberId !== undefined) setMemberId(fields.memberId)
    if (fields.groupNumber !== undefined) setGroupNumber(fields.groupNumber)
    if (fields.subscriberName !== undefined) setSubscriberName(fields.subscriberName)
    if (fields.periodStart !== undefined) setPeriodStart(fields.periodStart)
    if (fields.copayCents !== undefined) setCopayCents(fields.copayCents)
    if (picture) kept.keep(picture.picture, 'insurance-card', picture.words)
    void kept.addTo(patientId)
  }

  /** The record proposes who the policyholder is; saving says that it is so. */
  const chooseHolder = async (person: PickedPerson | null) => {
    meant.current = person?.id ?? null
    setHolderId(person?.id ?? null)
    setHolder(person)
    setRefusal(null)
    if (person === null) return
    setSubscriberName(displayName(person.name))
    // A birth date that is known in part only is asked for.
    if (/^\d{4}-\d{2}-\d{2}$/.test(person.birthDate)) setBirthDate(person.birthDate)
    try {
      const read = await call(patients.readPatient, { patientId: person.id })
      if (read.ok && meant.current === person.id && read.value.patient.sex !== 'unknown') setSex(read.value.patient.sex)
    } catch (error) {
      setFailure(saveFault(error, say))
    }
  }

  const save = async () => {
    setTried(true)
    setFailure(null)
    if (payerId === null || faults.subscriber !== undefined || isBackwards) return
    const body = {
      patientId,
      payerId,
      planId: plans.chosen,
      planName: given(plan.name),
      kind,
      memberId: given(memberId),
      groupNumber: given(groupNumber),
      relationship,
      ...(relationship === 'self'
        ? {}
        : {
            subscriberName: given(subscriberName),
            subscriberBirthDate: birthDate,
            subscriberSex: sex,
            subscriberPatientId: holderId,
          }),
      periodStart,
      periodEnd,
      endedBecause: periodEnd === null ? null : endedBecause,
      order: Math.min(coverage?.order ?? nextOrder, 9),
      copayCents,
    }
    try {
      const result = await (coverage
        ? change.act({ ...body, coverageId: coverage.id, version: coverage.version })
        : add.act(body))
      if (!result.ok) {
        setRefusal(result.error.reason)
        if (!besideField.has(result.error.reason)) setFailure(say(`refused_${result.error.reason}`))
        return
      }
      await refresh(patients.readPatient)
      showToast({ text: say('coverageSaved'), kind: 'ok' })
      onClose()
    } catch (error) {
      setFailure(saveFault(error, say))
    }
  }
  const shown = wasTried ? Object.values(faults).filter((text) => text !== undefined) : []
  return (
    <Dialog isOpen staysOpen onClose={onClose} title={say(coverage ? 'changeCoverageTitle' : 'addCoverageTitle')}>
      {failure && (
        <div className={styles.before}>
          <Notice kind="bad">{failure}</Notice>
        </div>
      )}
      <div className={styles.before}>
        <CardCapture
          current={{
            payer: payers.find(({ id }) => id === payerId)?.name ?? null,
            plan: plan.name,
            memberId,
            groupNumber,
            subscriberName,
            effectiveDate: periodStart,
          }}
          canKeepPicture={mayKeep}
          onConfirm={takeCard}
        />
      </div>
      <FormLayout
        label={say('coverage')}
        onSubmit={() => void save()}
        errors={shown.map((text) => ({ text }))}
        actions={
          <>
            <Button type="submit" variant="go" isPending={add.isPending || change.isPending}>
              {say('save')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        <FieldGroup legend={say('payer')} columns={2}>
          <ComboBox
            label={say('payer')}
            placeholder={say('payers')}
            options={payers.map(({ id, name }) => ({ id, label: name }))}
            value={payerId}
            onChange={(id) => {
              setPayerId(id)
              // A plan is its payer's.
              if (id !== payerId) setPlan(({ name }) => ({ id: null, name }))
              setRefusal(null)
            }}
            isRequired
            autoFocus
            {...marked(faults.payer)}
          />
          <PlanField plans={plans} plan={plan} onChange={setPlan} />
          <TextField
            label={say('memberId')}
            value={memberId}
            onChange={setMemberId}
            maxLength={80}
            isMono
            autoComplete="off"
          />
          <TextField
            label={say('groupNumber')}
            value={groupNumber}
            onChange={setGroupNumber}
            maxLength={80}
            isMono
            autoComplete="off"
          />
          <Select
            label={say('relationship')}
            options={relationships.map((id) => ({ id, label: conceptText(subscriberRelationships, id, locale) }))}
            value={relationship}
            onChange={(id) => setRelationship(relationships.find((one) => one === id) ?? 'self')}
          />
          {relationship !== 'self' && (
            <>
              <RecordChoice
                exceptId={patientId}
                recordId={holderId}
                line={holder}
                onChange={(person) => void chooseHolder(person)}
              />
              <TextField
                label={say('subscriberName')}
                value={subscriberName}
                onChange={setSubscriberName}
                isRequired
                maxLength={120}
                autoComplete="off"
                {...marked(faults.subscriber)}
              />
              <DateField label={say('subscriberBirthDate')} value={birthDate} onChange={setBirthDate} />
              <Select
                label={say('subscriberSex')}
                options={[
                  { id: notSaid, label: say('notSaid') },
                  ...patients.sex.options.map((id) => ({ id, label: conceptText(sexes, id, locale) })),
                ]}
                value={sex ?? notSaid}
                onChange={(id) => setSex(chosen(patients.sex.options, id))}
              />
            </>
          )}
          <DateField label={say('periodStart')} value={periodStart} onChange={setPeriodStart} />
          <DateField
            label={say('periodEnd')}
            description={say('periodHelp')}
            value={periodEnd}
            onChange={(date) => {
              setPeriodEnd(date)
              setRefusal(null)
            }}
            {...marked(faults.period)}
          />
          {periodEnd !== null && (
            <Select
              label={say('endedBecause')}
              options={[
                { id: notSaid, label: say('notSaid') },
                ...endings.map((id) => ({ id, label: say(`ended_${id}`) })),
              ]}
              value={endedBecause ?? notSaid}
              onChange={(id) => setEndedBecause(chosen(endings, id))}
            />
          )}
          <Select
            label={say('coverageKind')}
            options={kinds.map((id) => ({ id, label: say(`kind_${id}`) }))}
            value={kind}
            onChange={(id) => setKind(chosen(kinds, id) ?? 'health')}
          />
          <MoneyField label={say('copay')} description={say('copayHelp')} value={copayCents} onChange={setCopayCents} />
        </FieldGroup>
      </FormLayout>
    </Dialog>
  )
}
