import { type Eligibility, readEligibilities } from '@foyer/coverage'
import { type EligibilityRequest, eligibilityRequest, readInterchanges, writeInterchange } from '@foyer/x12'
import { answerFile } from './answer/answer-file.ts'
import { type CastMember, sandboxCast } from './cast/cast.ts'

export const at = '2026-11-29T15:04:05Z'

export type Ask = Partial<EligibilityRequest> & Pick<EligibilityRequest, 'subscriber'>

export function castMember(memberId: string): CastMember {
  const found = sandboxCast.find(({ person }) => person.memberId === memberId)
  if (!found) throw new Error(`no ${memberId} in the cast`)
  return found
}

/** As the desk would ask about a member of the cast. */
export function subscriberOf({ person }: CastMember) {
  const { family, given, memberId, birthDate, sex } = person
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(birthDate) ?? []
  return { family, given, id: memberId, birthDate: `${year}-${month}-${day}`, sex: sex === '' ? undefined : sex }
}

/** A 270 of one set for each question. */
export function questionFor(...asks: readonly Ask[]): string {
  const sets = asks.map((ask, index) => ({
    ...eligibilityRequest({
      reference: `Q${index + 1}`,
      date: '2026-11-29',
      time: '15:04',
      payer: { name: 'BLUE CROSS PPO', id: 'DEMO1', idQualifier: 'PI' },
      provider: { name: 'RIVERSIDE CLINIC', id: '1234567893', idQualifier: 'XX' },
      trace: { number: `T-${index + 1}`, originId: '9RIVERSIDE' },
      service: { from: '2026-11-30' },
      serviceTypes: ['30'],
      ...ask,
    }),
    controlNumber: String(index + 1).padStart(4, '0'),
  }))
  const { text, findings } = writeInterchange({
    senderQualifier: 'ZZ',
    senderId: 'RIVERSIDE',
    receiverQualifier: 'ZZ',
    receiverId: 'SANDBOX',
    date: '2026-11-29',
    time: '15:04',
    controlNumber: 77,
    usage: 'T',
    groups: [{ senderId: 'RIVERSIDE', receiverId: 'SANDBOX', controlNumber: 7, sets }],
  })
  if (text === null) throw new Error(JSON.stringify(findings))
  return text
}

export function answerTo(question: string) {
  return answerFile(Buffer.from(question), { cast: sandboxCast, at, controlNumber: 501 })
}

export function eligibilitiesIn(benefits: string, serviceTypes: readonly string[] = ['30']): readonly Eligibility[] {
  const sets = readInterchanges(benefits).interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets))
  return sets.flatMap((set) => readEligibilities(set.segments, { serviceDate: '2026-11-30', serviceTypes }))
}
