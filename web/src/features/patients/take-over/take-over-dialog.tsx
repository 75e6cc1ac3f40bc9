import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { Button, Checkbox, Dialog, Notice, showToast } from '../../../ui/index.ts'
import { draftOf, faultsOf, inputOf, withNote, withPhoneAsTold } from '../draft.ts'
import styles from '../patients.module.css'
import { saveFault } from '../save-fault.ts'
import type { Patient } from '../shapes.ts'
import { type Say, useWords } from '../use-words.ts'
import { chosenOf, type Pick } from './chosen.ts'
import { takenOver } from './desk-offers.ts'
import { saidIn } from './details-offers.ts'
import type { Stop, Taken } from './save-taken.ts'
import { useSaveTaken } from './use-save-taken.ts'
import type { Offer, TakeOver } from './use-take-over.ts'

export interface TakeOverDialogProps {
  readonly patient: Patient
  readonly takeOver: TakeOver
  readonly today: string
}

interface Failure {
  readonly text: string
  /** Something is saved all the same. */
  readonly isPartly: boolean
}

function stopText(stop: Stop, say: Say): string {
  if ('error' in stop) return saveFault(stop.error, say)
  switch (stop.refused.reason) {
    case 'changed-meanwhile':
      return say('takeOverChanged')
    case 'phone-unreadable':
      return say('phoneOdd')
    case 'birth-date-ahead':
      return say('birthAhead')
    default:
      return say('faulted')
  }
}

/** Somebody was typed who is here already: which of what was typed belongs into their record. */
export function TakeOverDialog({ patient, takeOver, today }: TakeOverDialogProps) {
  const { say } = useWords()
  const { save, isSaving } = useSaveTaken()
  const [picks, setPicks] = useState<ReadonlyMap<string, Pick>>(new Map())
  const [failure, setFailure] = useState<Failure | null>(null)
  const { typed, offers, isUnread, mayTake } = takeOver
  const chosen = chosenOf(offers, picks)

  const pick = ({ key, recorded }: Offer, isOn: boolean) =>
    setPicks((before) => new Map(before).set(key, { isOn, over: recorded }))
  const submit = async () => {
    if (isSaving) return
    setFailure(null)
    const record = draftOf(patient)
    const ofDesk = chosen.flatMap((one) => (one.part === 'desk' ? [one.key] : []))
    const ofDetails = chosen.flatMap((one) => (one.part === 'details' ? [one] : []))
    const kin = chosen.find((one) => one.part === 'kin')?.seen ?? null
    const draft = takenOver(typed.draft, record, new Set(ofDesk))
    const [fault] = ofDesk.length > 0 ? Object.values(faultsOf(draft, today, record)) : []
    if (fault) return setFailure({ text: say(fault), isPartly: false })
    const told = withPhoneAsTold(draft, (phone) => say('phoneAsTold', { phone }))
    const noted = kin?.phoneAsTold ? withNote(told, takeOver.kinNote(kin.phoneAsTold)) : told
    const [tooMany] = noted === told ? [] : Object.values(faultsOf(noted, today, record))
    if (tooMany) return setFailure({ text: say(tooMany), isPartly: false })
    const [seen] = ofDetails.map((one) => one.seen)
    const taken: Taken = {
      patientId: patient.id,
      desk:
        ofDesk.length > 0 || noted !== told
          ? { ...inputOf(noted), patientId: patient.id, version: patient.version }
          : null,
      details: seen ? { keys: ofDetails.map(({ key }) => key), typed: saidIn(typed.besides), seen } : null,
      kin: kin?.person ? { besides: typed.besides, seen: kin } : null,
    }
    const { hasSaved, stop } = await save(taken)
    if (stop) return setFailure({ text: stopText(stop, say), isPartly: hasSaved })
    showToast({ text: say('saved'), kind: 'ok' })
    // What could not be compared with the record is still to be offered.
    if (!isUnread) takeOver.close()
  }
  /** Not while it is saved: what may stand against it would be seen by nobody. */
  const leave = () => {
    if (!isSaving) takeOver.close()
  }
  return (
    <Dialog
      isOpen
      onClose={leave}
      staysOpen
      title={say('takeOverTitle', { name: displayName(patient.name) })}
      footer={
        <>
          {mayTake && (
            <Button variant="go" onPress={() => void submit()} isPending={isSaving} isDisabled={chosen.length === 0}>
              {say('takeOver')}
            </Button>
          )}
          <Button onPress={leave}>{say(mayTake ? 'leaveAsIs' : 'takeOverSeen')}</Button>
        </>
      }
    >
      {(failure || isUnread) && (
        <div className={styles.before}>
          {failure && (
            <Notice kind="bad" {...(failure.isPartly ? { title: say('takeOverPartly') } : {})}>
              {failure.text}
            </Notice>
          )}
          {isUnread && (
            <Notice
              kind="warn"
              action={
                <Button size="sm" onPress={takeOver.readAgain}>
                  {say('tryAgain')}
                </Button>
              }
            >
              {say('takeOverUnread')}
            </Notice>
          )}
        </div>
      )}
      <p className={styles.before}>{say(mayTake ? 'takeOverHelp' : 'takeOverShow')}</p>
      {offers.map((offer) => (
        <div key={offer.key} className={styles.offer}>
          {mayTake ? (
            <Checkbox isSelected={chosen.includes(offer)} onChange={(isOn) => pick(offer, isOn)}>
              {offer.text}
            </Checkbox>
          ) : (
            <p>{offer.text}</p>
          )}
          {!offer.isNew && <p className={styles.small}>{say('recordSays', { text: offer.recorded })}</p>}
        </div>
      ))}
    </Dialog>
  )
}
