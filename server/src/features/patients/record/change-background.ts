import type { record, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { askedDeclined } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { latestToday } from '../patient-fields.ts'
import type { Details } from './present.ts'
import { saveDetails } from './saving.ts'

type Spec = typeof record.changeBackground

/** An empty list is no answer: nobody asked. */
function racesOf(race: readonly string[] | null): string[] | null {
  return race === null || race.length === 0 ? null : [...new Set(race)]
}

export async function changeBackground(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Details, Refusal<Spec>>> {
  return saveDetails<Refusal<Spec>>(ctx, { ...params, version: body.version }, async (db) => {
    const race = racesOf(body.race)
    if (race !== null && race.length > 1 && race.includes(askedDeclined.code))
      return refuse({ reason: 'declined-and-answered' })
    if (body.birthDate !== null && body.birthDate > (await latestToday(ctx, db)))
      return refuse({ reason: 'birth-date-ahead' })
    return ok({
      ...(body.birthDate === null ? {} : { birth_date: body.birthDate, birth_date_estimated: body.birthDateEstimated }),
      sex: body.sex,
      birth_sex: body.birthSex,
      gender_identity: body.genderIdentity,
      pronouns: body.pronouns,
      multiple_birth: body.multipleBirth,
      race,
      ethnicity: body.ethnicity,
    })
  })
}
