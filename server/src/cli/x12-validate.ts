import { parseArgs } from 'node:util'
import { type Finding, inOrder, openValidator } from '@foyer/x12'
import { type CommandIo, UsageError } from './command.ts'
import { keepMemoryEven } from './even-memory.ts'
import { refuse, streamX12File } from './x12-file.ts'

/** Checks a file of X12 and writes what is wrong with it. Exit code 1 where there is an error. */
export async function x12Validate(args: readonly string[], io: CommandIo): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageError('which one file?')
  keepMemoryEven()
  const found: Finding[] = []
  const validator = openValidator((finding) => void found.push(finding))
  const refusal = streamX12File(file, (piece) => validator.write(piece))
  if (refusal !== null) return refuse(io, refusal)
  validator.end()
  const findings = found.toSorted((a, b) => inOrder(a.position, b.position))
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (io.json) io.out(JSON.stringify({ findings }))
  else {
    for (const finding of findings) io.out(line(finding))
    io.out(`${counted(errors, 'error')}, ${counted(findings.length - errors, 'other finding')}`)
  }
  return errors > 0 ? 1 : 0
}

/** `error  1.1.2.14 2110C EB  EB01 is missing.`: interchange, group, set, segment. */
function line({ severity, position, tag, loop, sentence }: Finding): string {
  const { interchange, group, set, segment } = position
  const place = [`${interchange}.${group}.${set}.${segment}`, loop, tag].filter((part) => part).join(' ')
  return `${severity.padEnd(7)} ${place.padEnd(20)} ${sentence}`
}
