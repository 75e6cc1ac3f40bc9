import { parseArgs } from 'node:util'
import {
  elementOffset,
  type Interchange,
  type LoopTree,
  readInterchanges,
  type Segment,
  type TransactionSet,
  treeOf,
} from '@foyer/x12'
import { type CommandIo, UsageError } from './command.ts'
import { readX12File, refuse } from './x12-file.ts'

/** As JSON a file is some twenty times as long, and a text has an end. */
const mostBytes = 16 * 1024 * 1024

/** Writes a file of X12 as JSON: interchanges, groups, sets by the loops of their guides, and what is wrong with their envelopes. */
export async function x12Read(args: readonly string[], io: CommandIo): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageError('which one file?')
  const read = readX12File(file, mostBytes)
  if ('refusal' in read) return refuse(io, read.refusal)
  const { interchanges, findings } = readInterchanges(read.bytes)
  const answer = { interchanges: interchanges.map(interchangeJson), findings }
  io.out(io.json ? JSON.stringify(answer) : JSON.stringify(answer, null, 2))
  return interchanges.length > 0 ? 0 : 1
}

function interchangeJson({ groups, segments, ...fields }: Interchange): object {
  return {
    ...fields,
    segments: segments.map(segmentJson),
    groups: groups.map(({ sets, segments, ...fields }) => ({
      ...fields,
      segments: segments.map(segmentJson),
      sets: sets.map(setJson),
    })),
  }
}

function setJson({ code, version, controlNumber, position, segments }: TransactionSet): object {
  return { code, version, controlNumber, position, loops: loopJson(treeOf({ code, version, segments })) }
}

function loopJson({ loop, name, segments, children }: LoopTree): object {
  return { loop, name, segments: segments.map(segmentJson), loops: children.map(loopJson) }
}

/** @returns elements as text, and where each begins in the file, in bytes */
function segmentJson(segment: Segment): object {
  const elements = Array.from({ length: segment.size }, (_, index) => segment.text(index + 1))
  const { segment: number, offset } = segment.position
  const offsets = elements.map((_, index) => elementOffset(segment, index + 1))
  return { tag: segment.tag, number, offset, elements, offsets }
}
