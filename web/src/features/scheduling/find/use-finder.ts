import { displayName } from '@foyer/patients'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { refresh } from '../../../app/ask.ts'
import { type Site, usePractice } from '../../../app/site.ts'
import { scheduling } from '@foyer/contract'
import { showToast } from '../../../ui/index.ts'
import { tellRefusal, type Told } from '../refusals.ts'
import type { Opening, SchedulingRefusal } from '../shapes.ts'
import { type Booked, useBooking } from './use-booking.ts'
import { offerUndo } from '../undo/undo-store.ts'
import { useMove } from './use-move.ts'
import type { Names } from '../use-names.ts'
import { useOpenings } from './use-openings.ts'
import { usePerson } from './use-person.ts'
import { emptyWish, questionOf, type Wish } from '../wish/wish.ts'
import { readWish } from '../wish/wish-text.ts'
import { useWords } from '../words.ts'

/** What was done last, and whose record it concerns. */
export type Done = { readonly title: string; readonly text: string; readonly patientId: string }
export type Finder = ReturnType<typeof useFinder>

/** Everything the finder knows: the wish, the openings for it, the one that is looked at, held, or was refused. */
export function useFinder(site: Site, today: string, names: Names) {
  const { say } = useWords()
  const practice = usePractice()
  const search = useSearch({ from: '/calendar' })
  const navigate = useNavigate({ from: '/calendar' })
  const [person, setPerson] = usePerson()
  const [wish, setWish] = useState<Wish>({ ...emptyWish, visitTypeId: search.visitTypeId ?? null })
  const [askedType, setAskedType] = useState(search.visitTypeId)
  if (search.visitTypeId !== askedType) {
    setAskedType(search.visitTypeId)
    if (search.visitTypeId) setWish({ ...wish, visitTypeId: search.visitTypeId })
  }
  const [draft, setDraft] = useState('')
  const [preview, setPreview] = useState<Opening | null>(null)
  const [told, tell] = useState<Told | null>(null)
  const [done, setDone] = useState<Done | null>(null)

  const vocabulary = useMemo(
    () => ({
      visitTypes: practice.visitTypes
        .filter((type) => type.active)
        .map(({ id, name, nameEs }) => ({ id, names: [name, nameEs] })),
      clinicians: practice.resources.filter(
        (one) => one.kind === 'practitioner' && one.siteId === site.id && one.active,
      ),
    }),
    [practice, site.id],
  )
  const reading = useMemo(() => readWish(draft, vocabulary, today), [draft, vocabulary, today])
  const meant: Wish = { ...wish, ...reading.words }
  const openings = useOpenings(questionOf(meant, site.id, person?.id ?? null, today))

  const refused = (refusal: SchedulingRefusal, opening: Opening) => {
    const personName = person ? displayName(person.name) : say('somebody')
    tell(tellRefusal(refusal, { say, nameOf: names.nameOf, whenOf: names.whenOf, person: personName }))
    if ('next' in refusal) openings.replace(opening, refusal.next)
    if (refusal.reason !== 'patient-busy') setPreview(null)
    void refresh(scheduling.findOpenings)
  }
  const openRecord = (patientId: string) => void navigate({ to: '/patients/$patientId', params: { patientId } })
  const onBooked = ({ person: whom, opening, visitTypeId }: Booked) => {
    const values = { name: displayName(whom.name), when: names.whenOf(opening.start) }
    const who = names.nameOf(opening.assignments[0]?.resourceId ?? '')
    setDone({
      title: say('booked', values),
      text: say('bookedText', { what: names.typeOf(visitTypeId), who }),
      patientId: whom.id,
    })
    openings.drop(opening)
    setPreview(null)
    void navigate({ search: (before) => ({ ...before, date: names.dateOf(opening.start) }), replace: true })
    showToast({ text: say('bookedToast', values), undo: () => openRecord(whom.id), undoLabel: say('openRecord') })
    void refresh(scheduling.findOpenings)
  }
  const booking = useBooking({ siteId: site.id, person, say, tell, refused, onBooked })
  const move = useMove({
    appointmentId: search.appointmentId,
    say,
    tell,
    refused,
    names,
    onMoved: ({ patient }, opening, takeBack) => {
      const values = { name: displayName(patient.name), when: names.whenOf(opening.start) }
      openings.drop(opening)
      setPreview(null)
      setDone({ title: say('moved', values), text: say('movedText'), patientId: patient.id })
      offerUndo(say('moved', values), say('undoKey'), takeBack)
      void navigate({
        search: (before) => ({ ...before, appointmentId: undefined, date: names.dateOf(opening.start) }),
      })
    },
  })

  return {
    person,
    setPerson,
    wish: meant,
    change: (part: Partial<Wish>) => {
      setWish({ ...meant, ...part })
      setDraft(reading.rest)
      setDone(null)
    },
    draft,
    setDraft,
    rest: reading.rest,
    /** Turns what was typed into chips; what was not understood stays in the line. */
    keepDraft: () => {
      setWish(meant)
      setDraft(reading.rest)
    },
    openings,
    preview,
    setPreview,
    told,
    tell,
    done,
    again: () => {
      setDone(null)
      setPreview(null)
      setWish(emptyWish)
      setDraft('')
      setPerson(null)
    },
    booking,
    move,
    choose: (opening: Opening) => {
      setDone(null)
      setPreview(opening)
      if (move.isMoving) move.choose(opening)
      else if (meant.visitTypeId !== null) void booking.hold(opening, meant.visitTypeId)
    },
    stopMoving: () => void navigate({ search: (before) => ({ ...before, appointmentId: undefined }) }),
  }
}
