import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.ts'
import { differences } from './words.ts'

/** Holds English against Spanish in every catalog: `words = { en, es }` in words.ts, or a pair words.en.ts and words.es.ts. */
async function main(): Promise<void> {
  const files = globSync(
    ['web/src/**/{words,words.*}.ts', '{server,contract,packages/*}/src/**/{words,*-words,words.*}.ts'],
    { cwd: root },
  )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.ts$|\/use-words\.ts$|^web\/src\/app\/words\.ts$/.test(file))
    .toSorted()
  const catalogs = await Promise.all(files.map(catalogsIn))
  const complaints = catalogs.flatMap((found) =>
    found.flatMap(({ file, catalog }) => differences(catalog).map((line) => `${file}: ${line}`)),
  )
  const empty = files.filter((_, index) => catalogs[index]?.length === 0 && files[index]?.endsWith('/words.ts'))
  for (const file of empty) complaints.push(`${file}: holds no catalog { en, es }`)
  for (const complaint of complaints) console.error(complaint)
  console.log(`words: ${catalogs.flat().length} catalogs, ${complaints.length} faults`)
  if (complaints.length > 0) process.exitCode = 1
}

async function catalogsIn(file: string): Promise<{ file: string; catalog: Record<string, unknown> }[]> {
  if (file.includes('/words.es.')) return []
  const exported = Object.values(await load(file))
  if (!file.includes('/words.en.')) return exported.filter(isCatalog).map((catalog) => ({ file, catalog }))
  const spanish = Object.values(await load(file.replace('/words.en.', '/words.es.')))
  return [{ file, catalog: { en: exported, es: spanish } }]
}

async function load(file: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>
}

function isCatalog(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'en' in value && 'es' in value
}

await main()
