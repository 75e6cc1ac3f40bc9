import { parseArgs } from 'node:util'
import { acknowledge, openOutline, type Position, type Reading, writeInterchange } from '@foyer/x12'
import { type CommandIo, UsageError } from './command.ts'
import { keepMemoryEven } from './even-memory.ts'
import { refuse, streamX12File } from './x12-file.ts'

/** Writes the TA1 and 999 that answer a file of X12. Exit code 1 where nothing can be answered. */
export async function x12Ack(args: readonly string[], io: CommandIo): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'control-number': { type: 'string', default: '1' } },
  })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageError('which one file?')
  const controlNumber = Number(values['control-number'])
  if (!Number.isInteger(controlNumber) || controlNumber < 1) throw new UsageError('--control-number is a whole number')
  keepMemoryEven()
  const outline = openOutline()
  const refusal = streamX12File(file, (piece) => outline.write(piece))
  if (refusal !== null) return refuse(io, refusal)
  outline.end()
  const { reading, findings: found } = outline.outline()
  const [date = '', time = ''] = new Date().toISOString().split('T')
  const answers = acknowledge(reading, found, { controlNumber, date, time: time.slice(0, 5) })
  const written = answers.map((answer) => writeInterchange({ ...answer, characters: 'extended', lines: true }))
  const texts = written.map(({ text }) => text ?? '')
  const findings = written.flatMap((one) => one.findings)
  const unchecked = found.filter(({ code }) => isUnchecked(code)).map(({ position }) => uncheckedSentence(position))
  if (io.json) io.out(JSON.stringify({ interchanges: texts, findings, unchecked }))
  else {
    if (texts.length > 0) io.out(texts.join('').trimEnd())
    else io.note(nothing(reading))
    for (const { sentence } of findings) io.note(sentence)
    for (const sentence of unchecked) io.note(sentence)
  }
  return texts.some((text) => text !== '') ? 0 : 1
}

function isUnchecked(code: string): boolean {
  return code === 'no-guide' || code === 'older-version'
}

function uncheckedSentence({ interchange, group, set }: Position): string {
  return `Set ${interchange}.${group}.${set} was not checked: no guide is described for it. It is answered as not supported.`
}

function nothing({ interchanges }: Reading): string {
  return interchanges.length === 0
    ? 'There is no interchange in this file: no ISA with its delimiters was found.'
    : 'There is nothing to answer: the file holds acknowledgements alone, or no group.'
}
