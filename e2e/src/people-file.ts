import { peopleImport } from '@foyer/contract'
import type { HttpClient } from './http-client.ts'

const file = [
  'Last Name,First Name,Born,Tel,Street,City,State,Zip',
  'Vantongeren,Liesbet,4/13/1971,937 555 0171,12 Oak St,Dayton,OH,45402',
  'Vantongeren,Joost,11/30/1968,12,12 Oak St,Dayton,OH,45402',
  'Vantongeren,Maarten,soon,937 555 0173,3 Elm St,Dayton,OH,45402',
].join('\r\n')

/** Sends a small file of people and lets its columns be guessed. Answers the run. */
export async function sendPeople(client: HttpClient, fileName: string): Promise<string> {
  const content = Buffer.from(file)
  const { id } = (await client.call(peopleImport.beginImport, { fileName, bytes: content.length })).body
  await client.call(peopleImport.sendImportPart, { runId: id, part: 0, content: content.toString('base64') })
  await client.call(peopleImport.inspectImport, { runId: id })
  return id
}

/** The same, and a dry run of it. */
export async function tryPeople(client: HttpClient, fileName: string): Promise<string> {
  const runId = await sendPeople(client, fileName)
  await client.call(peopleImport.checkImport, { runId })
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await client.call(peopleImport.readImport, { runId })).body.state === 'checked') return runId
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the dry run never ended')
}
