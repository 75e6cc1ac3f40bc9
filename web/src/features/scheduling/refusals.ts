import { ProblemError } from '../../app/client.ts'
import type { SignalKind } from '../../ui/index.ts'
import type { SchedulingRefusal } from './shapes.ts'
import type { SchedulingSay } from './words.ts'
import { roleWord } from '../../app/visit-role.ts'
import { type OvertakenNames, overtakenText } from './overtaken-text.ts'
import { ruleText } from './rule-text.ts'

/** Something to tell: what happened, and what to do next. */
export type Told = {
  readonly kind: SignalKind
  readonly title: string
  readonly text: string
  /** A visit that explains it. */
  readonly appointmentId?: string
}

export type RefusalNames = OvertakenNames & {
  readonly say: SchedulingSay
  /** Who the visit is for. */
  readonly person: string
}

/** Why the rules said no, in words. */
export function tellRefusal(refusal: SchedulingRefusal, names: RefusalNames): Told {
  const { say, nameOf, whenOf, person } = names
  const overtaken =
    'overtaken' in refusal && refusal.overtaken ? `${overtakenText(refusal.overtaken, names, say)} ` : ''
  const no = (title: string, text: string): Told => ({ kind: 'warn', title, text })
  switch (refusal.reason) {
    case 'opening-taken':
      return no(say('takenTitle'), overtaken + say('takenNext', { count: 'next' in refusal ? refusal.next.length : 0 }))
    case 'hold-expired':
      return no(
        say('expiredTitle'),
        `${say('expiredText')} ${overtaken}${say('takenNext', { count: refusal.next.length })}`,
      )
    case 'patient-busy':
      return {
        ...no(say('busyTitle', { name: person }), say('busyText', { when: whenOf(refusal.start) })),
        appointmentId: refusal.appointmentId,
      }
    case 'patient-deceased':
      return no(say('deceasedTitle'), say('deceasedText'))
    case 'in-the-past':
      return no(say('inPastTitle'), say('inPastText'))
    case 'too-far-ahead':
      return no(say('tooFarTitle'), say('tooFarText', { days: refusal.horizonDays }))
    case 'role-missing':
      return no(say('roleMissingTitle'), say('roleMissingText', { role: roleWord(say, refusal.role) }))
    case 'not-a-candidate':
      return no(
        say('notCandidateTitle'),
        say('notCandidateText', { name: nameOf(refusal.resourceId), role: roleWord(say, refusal.role) }),
      )
    case 'nobody-free':
      return no(say('nobodyFreeTitle'), say('nobodyFreeText', { role: roleWord(say, refusal.role) }))
    case 'cannot-take-part':
      return no(say('notCandidateTitle'), say('cannotTakePartText', { name: nameOf(refusal.resourceId) }))
    case 'outside-hours':
      return no(say('outsideHoursTitle'), say('outsideHoursText', { name: nameOf(refusal.resourceId) }))
    case 'changed-meanwhile':
      return no(say('changedTitle'), say('changedText'))
    case 'not-movable':
      return no(say('notMovableTitle'), say('notMovableText', { status: say(`status_${refusal.status}`) }))
    case 'not-cancellable':
      return no(say('notCancellableTitle'), say('notMovableText', { status: say(`status_${refusal.status}`) }))
    case 'in-a-group':
      return no(say('inGroupTitle'), say('inGroupText'))
    case 'length-not-possible':
      return no(say('lengthTitle'), say('lengthText', { least: refusal.least, most: refusal.most }))
    case 'group-full':
      return no(say('groupFullTitle'), say('groupFullText'))
    case 'group-closed':
      return no(say('groupClosedTitle'), say('groupClosedText'))
    case 'already-in-it':
      return {
        ...no(say('alreadyInItTitle'), say('alreadyInItText')),
        appointmentId: refusal.appointmentId,
      }
    case 'visit-type-closed':
      return no(say('typeClosedTitle'), say('typeClosedText'))
    case 'dates-backwards':
      return no(say('datesBackwardsTitle'), say('datesBackwardsText'))
    case 'too-many-days':
      return no(say('tooManyDaysTitle'), say('tooManyDaysText', { days: refusal.most }))
    default:
      return no(say(`ruleTitle_${refusal.reason}`), ruleText(refusal, say, nameOf))
  }
}

/** The server could not, or was not there: nobody pretends to know what was done. */
export function tellFault(error: unknown, say: SchedulingSay): Told {
  const type = error instanceof ProblemError ? error.type : 'fault'
  if (type === 'offline') return { kind: 'bad', title: say('offlineTitle'), text: say('offlineText') }
  if (type === 'not-allowed') return { kind: 'bad', title: say('failedTitle'), text: say('forbiddenText') }
  if (type === 'merged-record') return { kind: 'bad', title: say('failedTitle'), text: say('mergedText') }
  return { kind: 'bad', title: say('failedTitle'), text: say('failedText') }
}

/** Without a connection nothing is sent later behind somebody's back: they are told now. Null while there is one. */
export function tellIfOffline(say: SchedulingSay): Told | null {
  return navigator.onLine ? null : { kind: 'bad', title: say('offlineTitle'), text: say('nothingSent') }
}
