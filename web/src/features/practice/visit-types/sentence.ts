import { formatDuration } from '../../../ui/format.ts'
import { roleWord } from '../../../app/visit-role.ts'
import type { VisitType } from '../shapes.ts'
import type { Say } from '../use-words.ts'

type Told = Pick<VisitType, 'durationMinutes' | 'bufferAfterMinutes' | 'telehealth' | 'rules' | 'roles'>
type Role = VisitType['roles'][number]

/** One role: "Nurse who has nurse", "Room 5", "one of 3: clinician". */
function who(say: Say, { role, candidates, requires = [] }: Role, names: ReadonlyMap<string, string>, locale: string) {
  const word = roleWord(say, role)
  // "nurse (nurse)" says it twice.
  const asked = new Intl.ListFormat(locale, { type: 'conjunction' }).format(requires.filter((one) => one !== role))
  const [only] = candidates
  if (candidates.length === 1 && only !== undefined) return names.get(only) ?? word
  const plain = candidates.length === 0 ? word : say('oneOf', { role: word, count: candidates.length })
  return asked === '' ? plain : say('whoHas', { role: plain, attributes: asked })
}

/**
 * A visit type in plain words: "80 min by video: Preparation 15 min with …; Scan 45 min with …; throughout with …". `names`
 * are those of resources.
 */
export function sentenceOf(say: Say, type: Told, names: ReadonlyMap<string, string>, locale: string): string {
  const length = (minutes: number) => formatDuration(minutes, locale)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const people = (roles: readonly Role[]) => list.format(roles.map((role) => who(say, role, names, locale)))
  const { phases = [] } = type.rules
  const whole = type.roles.filter(({ phase }) => phase === undefined || phases.every(({ name }) => name !== phase))
  const parts = phases.map(({ name, offsetMinutes, durationMinutes }, index) => {
    const roles = type.roles.filter(({ phase }) => phase === name)
    const part = { name, length: length(durationMinutes) }
    const text = roles.length === 0 ? say('phaseAlone', part) : say('phaseWith', { ...part, people: people(roles) })
    const before = phases[index - 1]
    const follows = offsetMinutes === (before ? before.offsetMinutes + before.durationMinutes : 0)
    return follows ? text : say('phaseFrom', { part: text, length: length(offsetMinutes) })
  })
  const through =
    whole.length === 0 ? [] : [say(phases.length === 0 ? 'withPeople' : 'throughout', { people: people(whole) })]
  const facts = [
    type.telehealth ? say('byVideo') : null,
    (type.rules.seats ?? 1) > 1 ? say('seatsText', { count: type.rules.seats ?? 1 }) : null,
    type.bufferAfterMinutes > 0 ? say('bufferShort', { length: length(type.bufferAfterMinutes) }) : null,
  ].filter((fact) => fact !== null)
  return say('typeSentence', {
    length: length(type.durationMinutes),
    parts: [...parts, ...through].join('; '),
    facts: facts.length === 0 ? '' : ` (${facts.join(', ')})`,
  })
}
