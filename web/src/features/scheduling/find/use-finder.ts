import { displayName } from '@foyer/patients'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { overridable } from '@foyer/scheduling'
import { refresh } from '../../../app/ask.ts'
import { useMay } from '../../../app/session.ts'
import { type Site, usePractice, useSites } from '../../../app/site.ts'
import { scheduling } from '@foyer/contract'
import { tellRefusal, type Told } from '../refusals.ts'
import { chainOffer } from './chain-offer.ts'
import { type Missed, whyMissed, withoutBooked } from './series-missed.ts'
import { useAt } from './use-at.ts'
import { useGiveUp } from './use-give-up.ts'
import { useGroup } from './use-group.ts'
import { useSeries } from './use-series.ts'
import {
  type LegRefusal,
  type Near,
  type Opening,
  openingKey,
  type Overriding,
  type Resource,
  type SchedulingRefusal,
} from '../shapes.ts'
import { groupOf } from './group-of.ts'
import { type Booked, useBooking } from './use-booking.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { useUnbook } from '../undo/use-unbook.ts'
import { useMove } from './use-move.ts'
import type { Names } from '../use-names.ts'
import { type Openings, useOpenings } from './use-openings.ts'
import { usePerson } from './use-person.ts'
import { emptyWish, questionOf, type Wish, withinOf } from '../wish/wish.ts'
import { completionsOf } from '../wish/complete.ts'
import { inModality } from '../wish/counterpart.ts'
import { readWish } from '../wish/wish-text.ts'
import { useWords } from '../words.ts'

/** What was done last, whose record it concerns, and which visits came of it. */
export type Done = {
  readonly title: string
  readonly text: string
  readonly patientId: string
  readonly appointmentIds: readonly string[]
}
export type Finder = ReturnType<typeof useFinder>

/** Each once, in the order in which it was said. */
function allOf(not: Wish['not']): Wish['not'] {
  return [...new Map(not.map((one) => [JSON.stringify(one), one])).values()]
}

/** Somebody was faster. */
function isOvertaken(refusal: SchedulingRefusal | LegRefusal): boolean {
  return (refusal.reason === 'leg-not-possible' ? refusal.why : refusal.reason) === 'opening-taken'
}

/** Who and what may be named in a wish at a site. */
function namedAt(resources: readonly Resource[], siteId: string) {
  const here = resources.filter((one) => one.siteId === siteId && one.active)
  const isPerson = ({ kind }: Resource) => kind === 'practitioner' || kind === 'interpreter'
  return { clinicians: here.filter(isPerson), things: here.filter((one) => !isPerson(one)) }
}

/** What was found at another site than that of the page says so. */
function placedAt(siteId: string | undefined, openings: Openings): Openings {
  if (siteId === undefined) return openings
  const at = (opening: Opening): Opening => ({ ...opening, siteId: opening.siteId ?? siteId })
  const near = openings.near.map((one) => ({
    ...one,
    opening: { ...one.opening, siteId: one.siteId ?? siteId },
  }))
  return { ...openings, list: openings.list.map(at), near }
}

/** Everything the finder knows: the wish, the openings for it, the one that is looked at, held, or was refused. */
export function useFinder(site: Site, today: string, names: Names) {
  const { say } = useWords()
  const practice = usePractice()
  const search = useSearch({ from: '/calendar' })
  const navigate = useNavigate({ from: '/calendar' })
  const { person, isComing, pick: setPerson } = usePerson()
  const [wish, setWish] = useState<Wish>({ ...emptyWish, visitTypeId: search.visitTypeId ?? null })
  const [askedType, setAskedType] = useState(search.visitTypeId)
  if (search.visitTypeId !== askedType) {
    setAskedType(search.visitTypeId)
    if (search.visitTypeId) setWish({ ...wish, visitTypeId: search.visitTypeId })
  }
  const there = useSites().find(({ id }) => id === wish.siteId) ?? site
  const [draft, setDraft] = useState('')
  const [preview, setPreview] = useState<Opening | null>(null)
  const [told, tell] = useState<Told | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  /** Of the series booked last, until something is booked in their place or they are left. */
  const [missed, setMissed] = useState<readonly Missed[]>([])

  const vocabulary = useMemo(
    () => ({
      visitTypes: practice.visitTypes
        .filter((type) => type.active)
        .map(({ id, name, nameEs }) => ({ id, names: [name, nameEs] })),
      chains: practice.chainTypes
        .filter(({ active }) => active)
        .map(({ id, name, nameEs, legs }) => ({ id, names: [name, nameEs], legs })),
      ...namedAt(practice.resources, there.id),
    }),
    [practice, there.id],
  )
  const completions = useMemo(() => completionsOf(draft, vocabulary), [draft, vocabulary])
  const reading = useMemo(() => readWish(draft, vocabulary, today), [draft, vocabulary, today])
  const { not = [], ...words } = reading.words
  // What does not suit adds up: a second date takes nothing back.
  const read: Wish = { ...wish, ...words, not: not.length > 0 ? allOf([...wish.not, ...not]) : wish.not }
  // The visit that is moved keeps its type.
  const modal =
    read.modality && !search.appointmentId && inModality(practice.visitTypes, read.visitTypeId, read.modality)
  const said: Wish = modal ? { ...read, visitTypeId: modal } : read
  // Who came without an appointment is here now.
  const meant: Wish = said.walkIn ? { ...said, when: { from: today, to: today } } : said
  const asker = { siteId: site.id, patientId: person?.id ?? null, today, movingId: search.appointmentId ?? null }
  const question = isComing ? null : questionOf(meant, asker)
  const asked = useOpenings(question)
  const seats = practice.visitTypes.find(({ id }) => id === meant.visitTypeId)?.rules.seats ?? 1
  // A series and a group are of this site.
  const isOfSite = meant.repeat !== null || seats > 1
  const openings = placedAt(there.id === site.id ? undefined : there.id, {
    ...asked,
    near: asked.near.filter(({ code }) => !isOfSite || code !== 'other-site'),
  })
  const within = withinOf(question)
  const [overriding, setOverriding] = useState<Overriding | null>(null)

  const legRefused = (refusal: LegRefusal, opening: Opening) => {
    const { leg, why, next } = refusal
    const asked = opening.legs ?? []
    const what = names.typeOf(asked[leg]?.visitTypeId ?? '')
    const text = `${whyMissed(refusal, names.at(opening.siteId), say)} ${say('legTakenText')}`
    tell({ kind: 'warn', title: say('legTakenTitle', { what }), text })
    const others = next.map((each) => chainOffer(each, [...asked])).filter((each) => each !== null)
    if (why !== 'patient-busy') openings.replace(opening, others)
    setPreview(null)
    void refresh(scheduling.findChains)
  }
  const refused = (refusal: SchedulingRefusal | LegRefusal, opening: Opening) => {
    // What stood in the list was free: nobody asked to be on top of whoever was faster.
    const isLost = isOvertaken(refusal) && openings.list.some((one) => openingKey(one) === openingKey(opening))
    const rules = isLost ? [] : (('rules' in refusal ? refusal.rules : undefined) ?? [])
    if (rules.length > 0 && rules.every(({ mayOverride }) => mayOverride)) {
      setOverriding({ opening, rules: rules.map(({ rule }) => rule) })
      return
    }
    const setAside = rules.filter(({ rule, mayOverride }) => mayOverride || overridable[rule] !== null)
    if (rules.length > 0 && setAside.length === rules.length) {
      const what = rules.map(({ rule }) => say(`override_${rule}`)).join('. ')
      tell({ kind: 'info', title: say('askSeniorTitle'), text: `${what}. ${say('askSeniorText')}` })
      return
    }
    if (refusal.reason === 'leg-not-possible') return legRefused(refusal, opening)
    const personName = person ? displayName(person.name) : say('somebody')
    tell(tellRefusal(refusal, { say, ...names.at(opening.siteId), person: personName }))
    if (refusal.reason === 'opening-taken' || refusal.reason === 'hold-expired')
      openings.replace(
        opening,
        ('next' in refusal ? refusal.next : []).map((one) => ({ ...one, siteId: opening.siteId })),
      )
    if (refusal.reason !== 'patient-busy') setPreview(null)
    void refresh(scheduling.findOpenings)
  }
  const unbook = useUnbook(say)
  const onBooked = ({ person: whom, opening, visitTypeId, made, appointmentIds }: Booked) => {
    const values = { name: displayName(whom.name), when: names.whenAndWhere(opening) }
    const people = new Set(practice.resources.filter(({ kind }) => kind === 'practitioner').map(({ id }) => id))
    const ids = opening.assignments.map(({ resourceId }) => resourceId)
    const who = names.nameOf(ids.find((id) => people.has(id)) ?? ids[0] ?? '')
    const what = opening.legs ? chainName(opening) : names.typeOf(visitTypeId)
    setDone({
      title: say('booked', values),
      text: say('bookedText', { what, who }),
      patientId: whom.id,
      appointmentIds,
    })
    setMissed(withoutBooked(missed, opening))
    // A group stays in the list as long as it has seats.
    if (!groupOf(opening)) openings.drop(opening)
    setPreview(null)
    void navigate({
      search: (before) => ({ ...before, date: names.at(opening.siteId).dateOf(opening.start) }),
      replace: true,
    })
    unbook(made, { text: say('bookedToast', values), ...values })
    void refresh(scheduling.findOpenings, scheduling.findChains)
  }
  const chainName = ({ legs = [] }: Opening) => legs.map(({ visitTypeId }) => names.typeOf(visitTypeId)).join(' + ')
  const legNames = [meant.visitTypeId ?? '', ...meant.then.map(({ visitTypeId }) => visitTypeId)].map(names.typeOf)
  const chain = { name: legNames.join(' + ').slice(0, 120), chainTypeId: meant.chainTypeId }
  const isWalkIn = meant.walkIn
  const booking = useBooking({
    siteId: site.id,
    askedAt: there.id,
    person,
    say,
    isWalkIn,
    within,
    chain,
    tell,
    refused,
    onBooked,
  })
  const here = names.at(there.id)
  const series = useSeries({
    siteId: there.id,
    zone: there.timeZone,
    person,
    visitTypeId: meant.visitTypeId,
    repeat: meant.repeat,
    within,
    names: here,
    say,
    tell,
    onBooked: ({ id, booked, refused: missed }, whom, first) => {
      const values = { name: displayName(whom.name), count: booked.length }
      const when = here.whenOf(booked[0]?.start ?? first.start)
      const text = say('seriesDoneText', { what: names.typeOf(meant.visitTypeId ?? ''), when })
      setDone({
        title: say('seriesDone', values),
        text,
        patientId: whom.id,
        appointmentIds: booked.map((one) => one.id),
      })
      if (booked.length > 0)
        unbook({ kind: 'series', id }, { text: say('seriesDone', values), name: values.name, when })
      tell(null)
      setMissed(missed)
      setPreview(null)
      const date = here.dateOf(booked[0]?.start ?? first.start)
      void navigate({ search: (before) => ({ ...before, date }), replace: true })
    },
    onMissed: setMissed,
  })
  const mayBlock = useMay('schedule.block')
  const isForGroup = (opening: Opening) => seats > 1 && !groupOf(opening) && opening.legs === undefined
  const group = useGroup({
    siteId: site.id,
    say,
    names,
    tell,
    refused,
    onOpened: (opening) => {
      setPreview(null)
      void navigate({
        search: (before) => ({ ...before, date: names.at(opening.siteId).dateOf(opening.start) }),
        replace: true,
      })
    },
  })
  const chooseGroup = (opening: Opening) => {
    if (mayBlock) group.choose(opening)
    else tell({ kind: 'info', title: say('groupNeedsSeniorTitle'), text: say('groupNeedsSeniorText') })
  }
  const at = useAt({
    siteId: site.id,
    today,
    wish: meant,
    patientId: person?.id ?? null,
    personName: person ? displayName(person.name) : say('somebody'),
    names,
    say,
    tell,
    onWish: (next) => {
      setWish(next)
      setDraft(reading.rest)
      setDone(null)
      setOverriding(null)
    },
    onOpening: (opening, visitTypeId) => {
      setPreview(opening)
      void booking.hold(opening, visitTypeId)
    },
  })
  const giveUp = useGiveUp({
    siteId: site.id,
    today,
    names,
    tell,
    onOpened: (opening) => choose(opening),
  })
  const move = useMove({
    appointmentId: search.appointmentId,
    within,
    say,
    tell,
    refused,
    names,
    onMoved: ({ patient }, opening, takeBack) => {
      const values = { name: displayName(patient.name), when: names.whenAndWhere(opening) }
      openings.drop(opening)
      setPreview(null)
      setDone({ title: say('moved', values), text: say('movedText'), patientId: patient.id, appointmentIds: [] })
      offerUndo(say('moved', values), say('undoKey'), takeBack)
      void navigate({
        search: (before) => ({ ...before, appointmentId: undefined, date: names.dateOf(opening.start) }),
      })
    },
  })

  const choose = (opening: Opening) => {
    setDone(null)
    setPreview(opening)
    setOverriding(null)
    if (move.isMoving) move.choose(opening)
    else if (meant.repeat !== null && meant.visitTypeId !== null) series.begin(opening)
    else if (isForGroup(opening)) chooseGroup(opening)
    else if (meant.visitTypeId !== null) void booking.hold(opening, meant.visitTypeId)
  }

  return {
    person,
    setPerson,
    wish: meant,
    /** Of what was named what is no clinician. */
    named: meant.clinicianIds.filter((id) =>
      practice.resources.some((one) => one.id === id && one.kind !== 'practitioner'),
    ),
    /** Where it is looked for. */
    site: there,
    change: (part: Partial<Wish>) => {
      if (part.siteId !== undefined && part.siteId !== meant.siteId) series.stop()
      setWish({ ...meant, ...part })
      setDraft(reading.rest)
      setDone(null)
    },
    draft,
    setDraft,
    completions,
    rest: reading.rest,
    /** Turns what was typed into chips; what was not understood stays in the line. */
    keepDraft: () => {
      setWish(meant)
      setDraft(reading.rest)
    },
    question,
    openings,
    preview,
    setPreview,
    told,
    tell,
    done,
    missed,
    leaveMissed: () => setMissed([]),
    chooseMissed: (opening: Opening) => {
      setDone(null)
      setPreview(opening)
      if (meant.visitTypeId !== null) void booking.hold(opening, meant.visitTypeId)
    },
    again: () => {
      setDone(null)
      setMissed([])
      setPreview(null)
      setWish(emptyWish)
      setDraft('')
      setPerson(null)
    },
    booking,
    series,
    group,
    seats,
    isForGroup,
    overriding,
    stopOverriding: () => setOverriding(null),
    holdAllTheSame: (reason: string) => {
      if (!overriding || meant.visitTypeId === null) return
      const { opening, rules } = overriding
      setOverriding(null)
      const overrides = { rules: [...rules], reason }
      if (move.isMoving) void move.moveTo(opening, reason, overrides)
      else if (isForGroup(opening)) void group.open(opening, meant.visitTypeId, null, overrides)
      else void booking.hold(opening, meant.visitTypeId, overrides)
    },
    move,
    at,
    choose,
    giveUp,
    chooseNear: (near: Near) => {
      if (near.code === 'other-site') return choose({ ...near.opening, siteId: near.siteId })
      if (near.code !== 'give-up' || near.what !== 'block') return choose(near.opening)
      setDone(null)
      setOverriding(null)
      setPreview(near.opening)
      if (mayBlock) giveUp.choose(near)
      else tell({ kind: 'info', title: say('askSeniorTitle'), text: say('askSeniorBlock') })
    },
    stopMoving: () => void navigate({ search: (before) => ({ ...before, appointmentId: undefined }) }),
  }
}
