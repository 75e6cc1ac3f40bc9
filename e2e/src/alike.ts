import { type CallInput, duplicates, patients } from '@foyer/contract'
import type { HttpClient } from './http-client.ts'

/** Registers somebody although others are like them. Answers their id. */
export async function registerAnyway(
  client: HttpClient,
  wanted: CallInput<typeof patients.registerPatient>,
): Promise<string> {
  const first = await client.call(patients.registerPatient, wanted)
  if (first.status === 200) return first.body.id
  const { candidates = [] } = first.refusal as { candidates?: readonly { id: string }[] }
  const notADuplicateOf = candidates.map(({ id }) => id)
  return (await client.call(patients.registerPatient, { ...wanted, notADuplicateOf })).body.id
}

/** Waits until a pair of that family name waits to be decided: it is found in the background. */
export async function pairFound(client: HttpClient, family: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const { pairs } = (await client.call(duplicates.listDuplicates, {})).body
    if (pairs.some(({ first }) => first.name.family === family)) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`nobody found the pair ${family}`)
}
