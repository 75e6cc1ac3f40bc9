import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { calendar } from './calendar/calendar.ts'
import { http } from './http/http.ts'
import { bringPeopleIn } from './import/import.ts'
import { machineLines } from './machine.ts'
import { resultLine, resultsPage, resultsSection } from './report.ts'
import { matching } from './matching/matching.ts'
import { matchingMillion } from './matching/matching-million.ts'
import { scheduling } from './scheduling/scheduling.ts'
import { search } from './search/search.ts'
import type { Topic } from './topic.ts'
import { x12 } from './x12/x12.ts'

const topics: Readonly<Record<string, Topic>> = {
  calendar,
  http,
  import: bringPeopleIn,
  matching,
  'matching-million': matchingMillion,
  scheduling,
  search,
  x12,
}
const resultsFile = resolve(import.meta.dirname, '../results.md')
const picturesFolder = resolve(import.meta.dirname, '../results')

/** Exit code 0: every target reached; 1: one missed or a measurement failed; 2: not understood. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keep: { type: 'boolean', default: false }, profile: { type: 'string' } },
  })
  const wanted = positionals.length > 0 ? positionals : Object.keys(topics)
  const unknown = wanted.filter((name) => !(name in topics))
  if (unknown.length > 0) {
    console.error(`bench: there is no topic ${unknown.join(', ')}; there are ${Object.keys(topics).join(', ')}`)
    return 2
  }
  let isAllOk = true
  for (const name of wanted) {
    const topic = topics[name]
    if (!topic) continue
    const report = await topic({
      keep: values.keep,
      profileFolder: values.profile === undefined ? null : resolve(values.profile),
      note: (text) => console.error(text),
    })
    console.log(`${report.text}\n`)
    for (const figure of report.figures) console.log(resultLine(name, figure))
    isAllOk &&= report.figures.every((figure) => figure.isOk)
    mkdirSync(picturesFolder, { recursive: true })
    for (const [file, svg] of Object.entries(report.pictures ?? {})) writeFileSync(resolve(picturesFolder, file), svg)
    // At once: what a later topic breaks off does not take this one with it.
    const before = existsSync(resultsFile) ? readFileSync(resultsFile, 'utf8') : ''
    const section = resultsSection(name, machineLines(report.database, new Date()), report)
    writeFileSync(resultsFile, resultsPage(before, new Map([[name, section]])))
  }
  return isAllOk ? 0 : 1
}

process.exitCode = await main()
