import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@foyer/server/embedded-postgres'
import { type BareSearch, openBareSearch } from '@foyer/server/patient-search'
import { openDatabase, startFoyer } from '../http/place.ts'
import { percentile, runRound } from '../http/round.ts'
import { signIn } from '../http/sign-in.ts'
import { table } from '../report.ts'
import { figure, plain } from '../scheduling/figures.ts'
import type { Figure, Report, TopicOptions } from '../topic.ts'
import { loadPeople } from './load.ts'
import type { Invented } from './people.ts'
import { type Question, questions, type SlipKind, slipQuestions } from './questions.ts'
import { seeded } from './random.ts'
import { makeRecipe, type Recipe } from './recipe.ts'

const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 1_000_000)
/** Of each kind; the recipe takes long. */
const EACH = 40
const SLIPS = 1000
const SLIPS_OF_RECIPE = 100
const HTTP_SECONDS = 15
const wanted: Readonly<Record<SlipKind, number>> = { 'name-slip': 0.99, 'date-slip': 0.99, 'both-slip': 0.95 }

/** Finding one of a million people, beside the usual recipe, by itself and over HTTP. */
export async function search({ keep, note }: TopicOptions): Promise<Report> {
  const dataFolder = mkdtempSync(join(tmpdir(), '.foyer-bench-'))
  chmodSync(dataFolder, 0o700)
  const closing: (() => Promise<unknown> | void)[] = [
    () => (keep ? note(`The data stays in ${dataFolder}`) : rmSync(dataFolder, { recursive: true, force: true })),
  ]
  try {
    note('Making the demo practice …')
    const embedded = await startEmbedded({ dataFolder, log: () => {} })
    closing.push(() => embedded.stop())
    await (await startFoyer(dataFolder, false)).stop()
    const { database, schema } = await openDatabase(embedded.url)
    closing.push(() => database.end())
    note(`Inventing ${PEOPLE.toLocaleString('en-US')} people …`)
    const all = await loadPeople(database, PEOPLE, note)
    note('Making the usual recipe …')
    const client = await database.connect()
    closing.push(() => client.release())
    const recipe = await makeRecipe(client)
    const ours = openBareSearch(embedded.url, schema, new Date().toISOString())
    closing.push(() => ours.stop())
    const random = seeded(2)
    note('Both on the same questions')
    const beside = await besideRecipe(questions(all, EACH, random), ours, recipe)
    const recall = await recallOf(all, ours, recipe, random, note)
    const http = await overHttp(dataFolder, questions(all, 5 * EACH, random), closing, note)
    const { rows } = await database.query<{ server_version: string }>('show server_version')
    const figures = [...beside.figures, ...http, ...recall.figures]
    return { figures, text: textOf(beside.lines, recall.lines), database: rows[0]?.server_version ?? null }
  } finally {
    for (const step of closing.toReversed()) await step()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const sorted = (times: readonly number[]): Float64Array => Float64Array.from(times).sort()
const ms = (value: number): string => value.toFixed(2)

async function besideRecipe(
  asked: readonly Question[],
  ours: BareSearch,
  recipe: Recipe,
): Promise<{ figures: Figure[]; lines: string[][] }> {
  // Statements planned, pages in memory, code compiled: as after some minutes of a day.
  for (let pass = 0; pass < 3; pass++) for (const one of asked) await ours.find(one.text)
  for (const one of asked.slice(0, 20)) await recipe.find(one)
  const times = new Map<string, { ours: number[]; recipe: number[] }>()
  for (const one of asked) {
    const of = times.get(one.kind) ?? { ours: [], recipe: [] }
    times.set(one.kind, of)
    of.ours.push(await timed(() => ours.find(one.text)))
    of.recipe.push(await timed(() => recipe.find(one)))
  }
  const mine = sorted([...times.values()].flatMap((of) => of.ours))
  const theirs = sorted([...times.values()].flatMap((of) => of.recipe))
  const ratio = (share: number): number => percentile(theirs, share) / percentile(mine, share)
  return {
    figures: [
      plain('bare-p50', percentile(mine, 0.5), 'ms'),
      plain('bare-p99', percentile(mine, 0.99), 'ms'),
      plain('recipe-p50', percentile(theirs, 0.5), 'ms'),
      plain('recipe-p99', percentile(theirs, 0.99), 'ms'),
      figure('p50-of-recipe', ratio(0.5), 'times-faster', '>=20', ratio(0.5) >= 20),
      figure('p99-of-recipe', ratio(0.99), 'times-faster', '>=10', ratio(0.99) >= 10),
    ],
    lines: [...times]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, of]) => {
        const [a, b] = [sorted(of.ours), sorted(of.recipe)]
        return [kind, ms(percentile(a, 0.5)), ms(percentile(a, 0.99)), ms(percentile(b, 0.5)), ms(percentile(b, 0.99))]
      }),
  }
}

async function recallOf(
  all: readonly Invented[],
  ours: BareSearch,
  recipe: Recipe,
  random: () => number,
  note: (text: string) => void,
): Promise<{ figures: Figure[]; lines: string[][] }> {
  const figures: Figure[] = []
  const lines: string[][] = []
  for (const [kind, least] of Object.entries(wanted) as [SlipKind, number][]) {
    note(`Recall: ${kind}`)
    const asked = slipQuestions(all, kind, SLIPS, random)
    let [mine, theirs] = [0, 0]
    for (const [at, one] of asked.entries()) {
      const isFound = (found: readonly string[]): number => Number(one.mrn !== null && found.includes(one.mrn))
      const hit = isFound(await ours.find(one.text))
      mine += hit
      if (hit === 0 && process.env['BENCH_MISSES']) note(`missed: ${one.text} (${one.mrn})`)
      if (at < SLIPS_OF_RECIPE) theirs += isFound(await recipe.find(one))
    }
    const share = mine / SLIPS
    figures.push(
      figure(`recall-${kind}`, share, 'in-first-ten', `>=${least}`, share >= least),
      plain(`recall-${kind}-recipe`, theirs / SLIPS_OF_RECIPE, 'in-first-ten'),
    )
    lines.push([kind, share.toFixed(3), (theirs / SLIPS_OF_RECIPE).toFixed(2)])
  }
  return { figures, lines }
}

async function overHttp(
  dataFolder: string,
  asked: readonly Question[],
  closing: (() => Promise<unknown> | void)[],
  note: (text: string) => void,
): Promise<Figure[]> {
  note('The same kinds over HTTP')
  const foyer = await startFoyer(dataFolder, false)
  closing.push(() => foyer.stop())
  const { cookie } = await signIn(foyer.url)
  const requests = asked.map(({ text }) => ({
    method: 'GET' as const,
    path: `/api/patients?q=${encodeURIComponent(text)}`,
  }))
  await runRound(foyer.url, HTTP_SECONDS / 2, [requests], { cookie })
  const { times, bad, lost } = await runRound(foyer.url, HTTP_SECONDS, [requests], { cookie })
  const isSound = bad + lost === 0 && times.length > 200
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)]
  return [
    figure('http-p50', p50, 'ms', '<5', isSound && p50 < 5),
    figure('http-p99', p99, 'ms', '<25', isSound && p99 < 25),
  ]
}

function textOf(times: readonly string[][], recall: readonly string[][]): string {
  return `${PEOPLE.toLocaleString('en-US')} invented people, names as often as Zipf's law has them. The recipe: \`pg_trgm\`, GIN on the name,
threshold 0.3, the likest first, a birth date that was given raises; bare SQL. Ours, by itself: reading what was typed,
every statement, ranking and what a list shows, without HTTP, authorisation and audit trail. Both in turn, one after the
other, ${EACH} questions of each kind, milliseconds:

${table(['questions', 'ours p50', 'ours p99', 'recipe p50', 'recipe p99'], times)}

The right person in the first ten, name and whole birth date typed with a slip in the one, the other or both (a letter
missing, too many, wrong or swapped; a digit wrong or swapped, day and month swapped), ${SLIPS} questions each, of the
recipe the first ${SLIPS_OF_RECIPE}:

${table(['slip', 'ours', 'recipe'], recall)}`
}
