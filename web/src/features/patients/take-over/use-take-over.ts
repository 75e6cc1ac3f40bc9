import { record, relatives } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { draftOf } from '../draft.ts'
import { draftFieldText } from '../draft-text.ts'
import { useWords as useRegistrationWords } from '../registration/use-words.ts'
import type { PatientRecord } from '../shapes.ts'
import { takeDraft, type TypedOfOne } from '../typed.ts'
import { useWords } from '../use-words.ts'
import type { Choice } from './chosen.ts'
import { deskOffers, type DeskKey, takenOver } from './desk-offers.ts'
import { type DetailKey, detailOffers, saidIn, saysDetails, withTaken } from './details-offers.ts'
import { kinOffer, type KinOffer, saysKin } from './kin-offer.ts'
import { detailText, kinRecordText, kinTypedText } from './offer-text.ts'
import type { Details } from '../details/shapes.ts'

interface Line extends Choice {
  /** What the record would say. */
  readonly text: string
}

export type Offer = Line &
  (
    | { readonly part: 'desk'; readonly key: DeskKey }
    | { readonly part: 'details'; readonly key: DetailKey; readonly seen: Details }
    | { readonly part: 'kin'; readonly key: 'emergencyContact'; readonly seen: KinOffer }
  )

export interface TakeOver {
  readonly typed: TypedOfOne
  /** Else it is shown for whoever may change records. */
  readonly mayTake: boolean
  readonly offers: readonly Offer[]
  /** Some of what was typed could not be compared with the record. */
  readonly isUnread: boolean
  readonly readAgain: () => void
  /** How a number too short to call stands among the notes. */
  readonly kinNote: (phone: string) => string
  readonly close: () => void
}

/**
 * What was typed of somebody who turned out to be this person, as far as their record does not say it. Details and people
 * of the record are read only where something was typed to be compared with them. Null: there is nothing to take over, or
 * the record is still being read.
 */
export function useTakeOver({ patient, can }: PatientRecord): TakeOver | null {
  const { say, locale } = useWords()
  const { say: sayRegistration } = useRegistrationWords()
  const [typed, setTyped] = useState<TypedOfOne | null>(() => takeDraft(patient.id))
  const said = typed && saidIn(typed.besides)
  const asked = { patientId: patient.id }
  const mayTake = can.change
  const hasDetails = said !== null && saysDetails(said)
  const hasKin = typed !== null && saysKin(typed.besides)
  const details = useAsk(record.readRecord, asked, { isEnabled: hasDetails })
  const people = useAsk(relatives.listRelatives, asked, { isEnabled: hasKin })

  const needed = [...(hasDetails ? [details] : []), ...(hasKin ? [people] : [])]
  if (typed === null || needed.some(({ isPending }) => isPending)) return null

  const desk = draftOf(patient)
  const ofDesk = deskOffers(typed.draft, desk).map(({ key, isNew }): Offer => {
    const [text, recorded] = [takenOver(typed.draft, desk, new Set([key])), desk].map((draft) =>
      draftFieldText(draft, key, say, locale),
    )
    return { part: 'desk', key, isNew, text: text ?? '', recorded: recorded ?? '' }
  })
  const line = (field: DetailKey | 'emergencyContact', text: string) =>
    `${sayRegistration(`label_${field}`)}: ${text || say('empty')}`
  const seen = details.data
  const ofDetails =
    said === null || !hasDetails || !seen || (mayTake && !seen.can.change)
      ? []
      : detailOffers(said, seen).map(({ key, isNew }): Offer => {
          const text = line(key, detailText(key, withTaken(seen, said, [key]), locale))
          return { part: 'details', key, isNew, seen, text, recorded: line(key, detailText(key, seen, locale)) }
        })
  const kinNote = (phone: string) => sayRegistration('kinPhoneAsTold', { phone })
  const isNoted = patient.alerts.includes(kinNote(typed.besides.kinPhone.trim()))
  const isAbleKin = people.data && (!mayTake || people.data.can.change)
  const kin = hasKin && isAbleKin ? kinOffer(typed.besides, people.data.relatives, isNoted) : null
  const ofKin: readonly Offer[] = kin
    ? [
        {
          part: 'kin',
          key: 'emergencyContact',
          isNew: kin.isNew,
          seen: kin,
          text: line('emergencyContact', kinTypedText(kin, locale)),
          recorded: line('emergencyContact', kinRecordText(kin, locale)),
        },
      ]
    : []
  const unread = needed.filter(({ data }) => data === undefined)
  const offers = [...ofDesk, ...ofDetails, ...ofKin]
  if (offers.length === 0 && unread.length === 0) return null
  return {
    typed,
    mayTake,
    offers,
    isUnread: unread.length > 0,
    readAgain: () => {
      for (const one of unread) void one.refetch()
    },
    kinNote,
    close: () => setTyped(null),
  }
}
