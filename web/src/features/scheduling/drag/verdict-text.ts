import type { Objection } from '@foyer/scheduling'
import { type SignalKind, signs } from '../../../ui/signal-kind.ts'
import { roleWord } from '../../../app/visit-role.ts'
import type { Names } from '../use-names.ts'
import type { SchedulingSay } from '../words.ts'
import type { Preview, RolePreview, Verdict } from './preview.ts'

export type VerdictLine = { readonly kind: SignalKind; readonly text: string; readonly key: string }
type Speakers = { readonly say: SchedulingSay; readonly names: Pick<Names, 'nameOf' | 'timeOf'> }

export function signalOf({ kind }: Verdict): SignalKind {
  if (kind === 'free') return 'ok'
  if (kind === 'overbook' || kind === 'buffer' || kind === 'unknown') return 'warn'
  return 'bad'
}

function verdictWords(verdict: Verdict, { say, names }: Speakers): string {
  switch (verdict.kind) {
    case 'free':
      return say('verdict_free')
    case 'taken':
    case 'overbook': {
      const { kind, initials } = verdict
      const times = { from: names.timeOf(verdict.start), to: names.timeOf(verdict.end) }
      return initials === null
        ? say(`verdict_${kind}Unnamed`, times)
        : say(`verdict_${kind}`, { ...times, who: initials })
    }
    case 'buffer':
      return say('verdict_buffer')
    case 'held':
      return verdict.by ? say('verdict_held', { who: verdict.by }) : say('heldOnline')
    case 'blocked':
      return verdict.reason === null ? say('verdict_blockedTime') : say('verdict_blocked', { reason: verdict.reason })
    case 'break':
      return verdict.label ?? say('break')
    case 'outside-hours':
      return say('verdict_outside')
    case 'reserved':
      return verdict.label ? say('reservedFor', { kinds: verdict.label }) : say('verdict_reserved')
    case 'walk-ins':
      return say('verdict_walkIns')
    case 'lacks':
      return say('verdict_lacks', { what: verdict.attributes.join(', ') })
    case 'language':
      return say('verdict_language')
    case 'full':
      return say('verdict_full', { capacity: verdict.capacity })
    case 'not-a-candidate':
      return say('verdict_stranger')
    case 'several': {
      const { count, start, end } = verdict
      return say('verdict_several', { count, from: names.timeOf(start), to: names.timeOf(end) })
    }
    case 'unknown':
      return say('verdict_unknown')
  }
}

function roleLine(role: RolePreview, speakers: Speakers): VerdictLine {
  const name = speakers.names.nameOf(role.resourceId) || roleWord(speakers.say, role.role)
  return {
    kind: signalOf(role.verdict),
    text: `${name}: ${verdictWords(role.verdict, speakers)}`,
    key: `${role.role} ${role.resourceId}`,
  }
}

/** A rule of the visit as a whole. */
function ruleWords(rule: Objection, say: SchedulingSay): string {
  if (rule.rule !== 'cap') return say(`override_${rule.rule}`)
  return say(`verdict_cap_${rule.of}`, { booked: rule.booked ?? rule.most, most: rule.most })
}

/** A line for every role of the visit, and for what the visit as a whole or the person has in the way. */
export function verdictLines(seen: Preview, speakers: Speakers): readonly VerdictLine[] {
  const { say, names } = speakers
  const lines = seen.roles.map((role) => roleLine(role, speakers))
  if (seen.patientBusy) {
    const { start, end } = seen.patientBusy
    const text = say('verdict_patientBusy', { from: names.timeOf(start), to: names.timeOf(end) })
    lines.push({ kind: 'bad', text, key: 'patient' })
  }
  if (seen.peopleBusy.length > 0) {
    const who = seen.peopleBusy.join(', ')
    lines.push({ kind: 'bad', text: say('verdict_peopleBusy', { who }), key: 'people' })
  }
  for (const rule of seen.rules) lines.push({ kind: 'bad', text: ruleWords(rule, say), key: JSON.stringify(rule) })
  if (seen.length) lines.push({ kind: 'bad', text: say('lengthText', seen.length), key: 'length' })
  if (seen.isPast) lines.push({ kind: 'bad', text: say('verdict_past'), key: 'past' })
  return lines
}

/** What is in the way, read in one breath; that nothing is when nothing is. */
export function verdictSentence(seen: Preview, speakers: Speakers): string {
  const inTheWay = verdictLines(seen, speakers).filter(({ kind }) => kind !== 'ok')
  if (inTheWay.length === 0) return speakers.say('allFree')
  return inTheWay.map(({ kind, text }) => `${signs[kind]} ${text}`).join('. ')
}
