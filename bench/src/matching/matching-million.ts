import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MatchPerson } from '@foyer/patients'
import { table } from '../report.ts'
import { figure, plain } from '../scheduling/figures.ts'
import type { Report, TopicOptions } from '../topic.ts'
import { matchPairs } from './match-command.ts'
import { townsfolk } from './town.ts'

const RECORDS = Number(process.env['BENCH_RECORDS'] ?? 1_000_000)
/** A pair that is held takes two places, a weight and what keeps them together. */
const BYTES_A_PAIR = 40
const PIECE = 1 << 20
const columns =
  '--id id --given given --family family --birth birth --sex sex --phone phone --email email --street street --city city --postal postal'.split(
    ' ',
  )

/** `foyer match pairs` on a file of a million records, as a process of its own. */
export async function matchingMillion({ keep, note }: TopicOptions): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), '.foyer-bench-'))
  try {
    const file = join(folder, 'people.csv')
    note(`Writing ${RECORDS.toLocaleString('en-US')} records …`)
    writeTown(file, RECORDS)
    note('foyer match pairs')
    const { seconds, pairs, compared, peak, grown } = await matchPairs(file, columns, { isByNpx: false })
    const held = (compared * BYTES_A_PAIR) / 2 ** 20
    const figures = [
      plain('all of it', seconds, 's'),
      plain('records a second', RECORDS / seconds, '/s'),
      { name: 'pairs found', value: pairs, unit: 'pairs', target: null, isOk: true },
      { name: 'pairs compared', value: compared, unit: 'pairs', target: null, isOk: true },
      ...(peak === null || grown === null
        ? []
        : [
            plain('most memory', peak, 'MB'),
            plain('all pairs held would take', held, 'MB'),
            figure('memory grown while pairs were compared', grown, 'MB', '< half of all pairs', grown < held / 2),
          ]),
    ]
    const rows = figures.map(({ name, value, unit, target }) => [name, `${value} ${unit}`, target ?? '-'])
    const text = `${RECORDS.toLocaleString('en-US')} made-up records in a CSV file, every sixth the copy of one before with a slip; \`foyer match pairs\` in a process
of its own, its output thrown away. Memory as Linux says it (\`VmHWM\`): the most of all, and how far it rose once all records were
read and the pairs to compare chosen; held, each pair would take ${BYTES_A_PAIR} bytes.

${table(['what', 'measured', 'to reach'], rows)}`
    return { figures, text, database: null }
  } finally {
    if (keep) note(`The data stays in ${folder}`)
    else rmSync(folder, { recursive: true, force: true })
  }
}

function writeTown(path: string, count: number): void {
  const file = openSync(path, 'w')
  let text = 'id,given,family,birth,sex,phone,email,street,city,postal\n'
  let id = 0
  for (const person of townsfolk(count)) {
    text += `${++id},${line(person)}\n`
    if (text.length < PIECE) continue
    writeSync(file, text)
    text = ''
  }
  writeSync(file, text)
  closeSync(file)
}

function line({ name, birthDate, sex, phones, emails, address }: MatchPerson): string {
  const { line: street, city, postalCode } = address ?? {}
  return [name.given, name.family, birthDate, sex, phones?.[0], emails?.[0], street, city, postalCode]
    .map((one) => one ?? '')
    .join(',')
}
