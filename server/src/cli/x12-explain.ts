import { parseArgs } from 'node:util'
import type { Explanation } from '@foyer/x12'
import { type CommandIo, UsageError } from './command.ts'
import { keepMemoryEven } from './even-memory.ts'
import { JsonWriter } from './json-writer.ts'
import { Pieces } from './pieces.ts'
import { explanationLines } from './x12-explain-lines.ts'
import { type Explaining, openExplainer, type PartsBySet } from './x12-explain-stream.ts'
import { refuse, streamX12File } from './x12-file.ts'

/** Says in sentences what a file of X12 says. Exit code 1 where it says nothing that can be told so. */
export async function x12Explain(args: readonly string[], io: CommandIo): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { language: { type: 'string', default: 'en' }, date: { type: 'string' } },
  })
  const [file, ...others] = positionals
  const { language, date } = values
  if (file === undefined || others.length > 0) throw new UsageError('which one file?')
  if (language !== 'en' && language !== 'es') throw new UsageError('--language is en or es')
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new UsageError('--date is YYYY-MM-DD')
  keepMemoryEven()
  const asked = { language, date } as const
  // How many people or claims a set tells of is said before the first of them, so that it is counted first.
  const parts = new Map<string, number>()
  let told = false
  let interchanges = 0
  const sets = { first: '', hasSeveral: false }
  const counting = openExplainer(asked, parts, {
    interchange: () => void interchanges++,
    counted: (key, count) => void parts.set(key, count),
    told(key) {
      told = true
      if (sets.first === '') sets.first = key
      else if (key !== sets.first) sets.hasSeveral = true
    },
  })
  const refusal = streamX12File(file, (piece) => counting.write(piece))
  if (refusal !== null) return refuse(io, refusal)
  counting.end()
  if (!told && !io.json) io.note(nothing(interchanges))
  else tellAll(file, asked, { parts, hasSeveral: sets.hasSeveral }, io)
  return told ? 0 : 1
}

interface Counted {
  readonly parts: PartsBySet
  readonly hasSeveral: boolean
}

function tellAll(file: string, asked: Explaining, { parts, hasSeveral }: Counted, io: CommandIo): void {
  const pieces: string[] = []
  const json = new JsonWriter(io.write ?? ((piece) => void pieces.push(piece)), '')
  const lines = io.write && new Pieces(io.write)
  const out = (text: string): void => (lines ? lines.put(`${text}\n`) : io.out(text))
  const line = explanationLines(hasSeveral, asked.language, out)
  if (io.json) {
    json.openObject()
    json.openList('explanations')
  }
  const explained = (one: Explanation, code: string): void => (io.json ? json.value(one) : line(one, code))
  const telling = openExplainer(asked, parts, { explained })
  streamX12File(file, (piece) => telling.write(piece))
  telling.end()
  lines?.flush()
  if (!io.json) return
  json.close()
  json.close()
  io.out(pieces.join(''))
}

function nothing(interchanges: number): string {
  return interchanges === 0
    ? 'There is no interchange in this file: no ISA with its delimiters was found.'
    : 'Nothing in this file can be told in sentences: it holds none of 271, 277, 278, 835, 999 and TA1.'
}
