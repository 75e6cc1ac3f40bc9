import { parseArgs } from 'node:util'
import { type Finding, inOrder, openValidator } from '@foyer/x12'
import { type CommandIo, UsageError } from './command.ts'
import { keepMemoryEven } from './even-memory.ts'
import { refuse, streamX12File } from './x12-file.ts'

/** Checks a file of X12 and writes what is wrong with it. Exit code 1 where there is an error, or a set that could not be checked. */
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
  const unchecked = findings.filter(({ code }) => code === 'no-guide' || code === 'older-version').length
  if (io.json) io.out(JSON.stringify({ findings }))
  else {
    for (const finding of findings) io.out(line(finding))
    io.out(`${counted(errors, 'error')}, ${counted(findings.length - errors, 'other finding')}`)
    if (unchecked > 0)
      io.out(
        `${counted(unchecked, 'set was', 'sets were')} not checked: no guide is described for ${unchecked === 1 ? 'it' : 'them'}.`,
      )
  }
  return errors > 0 || unchecked > 0 ? 1 : 0
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** `error  1.1.2.14 2110C EB01 @912  EB01 is missing.`: interchange, group, set, segment; loop; element; byte of the file. */
function line({ severity, position, tag, element, component, offset, loop, sentence }: Finding): string {
  const { interchange, group, set, segment } = position
  const number = element === null ? '' : String(element).padStart(2, '0')
  const what = tag === null ? null : `${tag}${number}${component === null ? '' : `-${component}`}`
  const where = [`${interchange}.${group}.${set}.${segment}`, loop, what, `@${offset ?? position.offset}`]
  const place = where.filter((part) => part).join(' ')
  return `${severity.padEnd(7)} ${place.padEnd(30)} ${sentence}`
}
