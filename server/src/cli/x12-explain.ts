import { parseArgs } from 'node:util'
import { explain, type Reading, readInterchanges } from '@foyer/x12'
import { type CommandIo, UsageError } from './command.ts'
import { readX12File, refuse } from './x12-file.ts'
import { explanationLines } from './x12-explain-lines.ts'
import { explainBenefits } from './x12-explain-benefits.ts'

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
  const read = readX12File(file)
  if ('refusal' in read) return refuse(io, read.refusal)
  const reading = readInterchanges(read.bytes)
  const explanations = [...explain(reading, language), ...explainBenefits(reading, { language, date })].toSorted(
    (a, b) => a.position.offset - b.position.offset,
  )
  if (io.json) io.out(JSON.stringify({ explanations }))
  else if (explanations.length === 0) io.note(nothing(reading))
  else for (const line of explanationLines(explanations, reading, language)) io.out(line)
  return explanations.length > 0 ? 0 : 1
}

function nothing({ interchanges }: Reading): string {
  return interchanges.length === 0
    ? 'There is no interchange in this file: no ISA with its delimiters was found.'
    : 'Nothing in this file can be told in sentences: it holds none of 271, 277, 278, 835, 999 and TA1.'
}
