import { type relatives, type Reply, roleMay } from '@foyer/contract'
import { confidentialServices, isMinor, minorRuleOf, ofAgeOn, protectionOf, yearsAt } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { addressingOf } from '../messages/index.ts'
import type { PatientStanding } from '../patients/index.ts'
import { presentRelative } from './present.ts'
import { linesOf, readStanding } from './read-relatives.ts'

type List = Reply<typeof relatives.listRelatives>

export async function listRelatives(ctx: Ctx, patientId: string): Promise<List> {
  ctx.touch(patientId)
  const standing = await readStanding(ctx, ctx.db, patientId)
  const lines = await linesOf(ctx, ctx.db, standing)
  ctx.touch([...lines.keys()])
  return {
    relatives: standing.relatives.map((one) => presentRelative(one, lines.get(one.row.relativeId ?? '') ?? null)),
    confidentialContact: standing.wish && { ...standing.wish, ways: [...standing.wish.ways] },
    writesTo: writesTo(standing),
    age: ageOf(standing),
    can: { change: roleMay(ctx.actor.role, 'relative.change') },
  }
}

function writesTo(standing: PatientStanding): List['writesTo'] {
  const addressing = addressingOf(standing, [])
  if (addressing.kind === 'nobody') return addressing
  const { name, language, relatedPersonId } = addressing.recipient
  return { kind: 'to', name, language, relatedPersonId }
}

function ageOf({ patient, setting, states }: PatientStanding): List['age'] {
  const { majority, isKnown } = setting.minors
  const minor = isMinor(patient, setting)
  const rules = states.flatMap((state) => minorRuleOf(state) ?? [])
  return {
    years: yearsAt(patient.birthDate, setting.today),
    isMinor: minor,
    majority,
    ofAgeOn: minor ? ofAgeOn(patient.birthDate, majority) : null,
    emancipatedOn: patient.emancipatedOn,
    states: [...states],
    isKnown,
    checkedOn: rules.map(({ checkedOn }) => checkedOn).toSorted()[0] ?? null,
    services: minor
      ? confidentialServices.map((service) => ({
          service,
          protection: protectionOf(service, patient, setting),
          from: setting.minors.serviceFrom(service),
          statute: rules.flatMap(({ services }) => services[service]?.statute ?? []).join('; ') || null,
        }))
      : [],
  }
}
