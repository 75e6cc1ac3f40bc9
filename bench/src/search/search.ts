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
import { loadPeople, SEED } from './load.ts'
import { type Invented, people } from './people.ts'
import { type Question, questions } from './questions.ts'
import { seeded } from './random.ts'
import { type RecallKind, recallKinds, type RecallQuestion, recallQuestions, townOfPeople } from './recall.ts'
import { makeRecipe, type Recipe } from './recipe.ts'

const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 1_000_000)
/** Of each kind; the recipe takes long. */
const EACH = 40
const RECALLED = 1000
const RECALLED_BY_RECIPE = 100
const SHOWN = 10
const WARMING = 3
const MEASURED = 3
const HTTP_SECONDS = 15

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
    const random = seeded(2)
    // Who is measured shares this process: a million people kept in it would be gone through whenever it clears its memory.
    const asked = await (async () => {
      const all = await loadPeople(database, PEOPLE, note)
      return { bare: questions(all, EACH, random), http: questions(all, 5 * EACH, random) }
    })()
    note('Making the usual recipe …')
    const client = await database.connect()
    closing.push(() => client.release())
    const recipe = await makeRecipe(client)
    const ours = openBareSearch(embedded.url, schema, new Date().toISOString())
    closing.push(() => ours.stop())
    note('Both on the same questions')
    const beside = await besideRecipe(asked.bare, ours, recipe)
    const http = await overHttp(dataFolder, asked.http, note)
    const recall = await recallOf([...people(PEOPLE, SEED)], ours, recipe, random, note)
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

type Times = Record<'ours' | 'recipe', number[]>

async function besideRecipe(
  asked: readonly Question[],
  ours: BareSearch,
  recipe: Recipe,
): Promise<{ figures: Figure[]; lines: string[][] }> {
  const contenders = {
    ours: (one: Question) => ours.find(one.text),
    recipe: (one: Question) => recipe.find(one),
  }
  const kinds = new Map<string, Times>()
  for (const { kind } of asked) kinds.set(kind, { ours: [], recipe: [] })
  // Statements planned, pages in memory, code compiled: as after some minutes of a day. For both alike.
  for (let pass = -WARMING; pass < MEASURED; pass++)
    for (const who of ['ours', 'recipe'] as const)
      for (const one of asked) {
        const time = await timed(() => contenders[who](one))
        if (pass >= 0) kinds.get(one.kind)?.[who].push(time)
      }
  const inTurn: Times = { ours: [], recipe: [] }
  for (const one of asked)
    for (const who of ['ours', 'recipe'] as const) inTurn[who].push(await timed(() => contenders[who](one)))

  const all: Times = { ours: [], recipe: [] }
  for (const of of kinds.values()) {
    all.ours.push(...of.ours)
    all.recipe.push(...of.recipe)
  }
  const at = ({ ours: mine, recipe: theirs }: Times, share: number) => {
    const [a, b] = [percentile(sorted(mine), share), percentile(sorted(theirs), share)]
    return { ours: a, recipe: b, ratio: b / a }
  }
  const [p50, p99] = [at(all, 0.5), at(all, 0.99)]
  const [turn50, turn99] = [at(inTurn, 0.5), at(inTurn, 0.99)]
  return {
    figures: [
      plain('bare-p50', p50.ours, 'ms'),
      plain('bare-p99', p99.ours, 'ms'),
      plain('recipe-p50', p50.recipe, 'ms'),
      plain('recipe-p99', p99.recipe, 'ms'),
      figure('p50-of-recipe', turn50.ratio, 'times-faster', '>=20', turn50.ratio >= 20),
      figure('p99-of-recipe', turn99.ratio, 'times-faster', '>=10', turn99.ratio >= 10),
      plain('p50-of-recipe-in-rounds', p50.ratio, 'times-faster'),
      plain('p99-of-recipe-in-rounds', p99.ratio, 'times-faster'),
    ],
    lines: [...kinds]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, of]) => [
        kind,
        ...(['ours', 'recipe'] as const).flatMap((who) => [ms(at(of, 0.5)[who]), ms(at(of, 0.99)[who])]),
      ]),
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
  const town = townOfPeople(all)
  for (const kind of recallKinds) {
    note(`Recall: ${kind.name}`)
    const { sure, common } = recallQuestions(all, town, kind, { count: RECALLED, most: SHOWN }, random)
    const mine = await shareOf(sure, async (one) => {
      const isFound = (await ours.find(one.text)).includes(one.mrn)
      if (!isFound && process.env['BENCH_MISSES']) note(`missed: ${one.text} (${one.mrn})`)
      return isFound
    })
    // Where more fit than are shown, nobody is shown who does not.
    const fitting = await shareOf(common, async (one) => {
      const found = await ours.find(one.text)
      return found.length === SHOWN && found.every((mrn) => town.fits(one, mrn))
    })
    const theirs = kind.isForRecipe
      ? await shareOf(sure.slice(0, RECALLED_BY_RECIPE), async (one) => (await recipe.find(one)).includes(one.mrn))
      : null
    figures.push(...recallFigures(kind, { mine, fitting, theirs }))
    lines.push([
      kind.name,
      String(sure.length),
      mine?.toFixed(3) ?? '-',
      theirs?.toFixed(2) ?? '-',
      String(common.length),
      fitting?.toFixed(3) ?? '-',
    ])
  }
  return { figures, lines }
}

/** Null of no questions. */
async function shareOf(
  asked: readonly RecallQuestion[],
  isGood: (one: RecallQuestion) => Promise<boolean>,
): Promise<number | null> {
  let good = 0
  for (const one of asked) if (await isGood(one)) good++
  return asked.length === 0 ? null : good / asked.length
}

function recallFigures(
  { name, least }: RecallKind,
  { mine, fitting, theirs }: Readonly<Record<'mine' | 'fitting' | 'theirs', number | null>>,
): Figure[] {
  return [
    figure(`recall-${name}`, mine ?? 0, 'in-first-ten', `>=${least}`, mine !== null && mine >= least),
    ...(theirs === null ? [] : [plain(`recall-${name}-recipe`, theirs, 'in-first-ten')]),
    ...(fitting === null ? [] : [plain(`common-${name}`, fitting, 'all-ten-fit')]),
  ]
}

async function overHttp(
  dataFolder: string,
  asked: readonly Question[],
  note: (text: string) => void,
): Promise<Figure[]> {
  note('The same kinds over HTTP')
  const foyer = await startFoyer(dataFolder, false)
  try {
    return await measured(foyer.url, asked)
  } finally {
    await foyer.stop()
  }
}

async function measured(url: string, asked: readonly Question[]): Promise<Figure[]> {
  const { cookie } = await signIn(url)
  const requests = asked.map(({ text }) => ({
    method: 'GET' as const,
    path: `/api/patients?q=${encodeURIComponent(text)}`,
  }))
  // As often as the others are asked to warm up; it reads the whole practice when it starts.
  await runRound(url, WARMING * HTTP_SECONDS, [requests], { cookie })
  const { times, bad, lost } = await runRound(url, HTTP_SECONDS, [requests], { cookie })
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
every statement, ranking and what a list shows, without HTTP, authorisation and audit trail. Both in turn, all ${EACH} questions of
each kind to the one and then to the other, ${MEASURED} times, milliseconds. One by one in turn each waits for the other between two
questions, and finds the processor asleep or full of the other's data: that costs a fast answer more than a slow one, by as much as
the machine has it. The targets speak of one by one; this table is of the rounds:

${table(['questions', 'ours p50', 'ours p99', 'recipe p50', 'recipe p99'], times)}

The right person in the first ten. Slips: name and whole birth date typed with a slip in the one, the other or both (a
letter missing, too many, wrong or swapped; a digit wrong or swapped, day and month swapped). Short questions: a family name
alone (one-word), \`smi j 80\` (beginnings), a family name and the last four digits of the phone, both names the other way
round, both in one word; of these only such as at most ten of all fit. Where more than ten fit nobody can tell who is meant:
the last columns say how often all ten who were shown fit what was typed. The recipe is asked the first ${RECALLED_BY_RECIPE}; it has no phones.

${table(['kind', 'questions', 'ours', 'recipe', 'fitting many', 'all ten fit'], recall)}`
}
