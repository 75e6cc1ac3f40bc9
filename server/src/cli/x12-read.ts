import { parseArgs } from 'node:util'
import { elementOffset, type Finding, openTree, type Segment } from '@foyer/x12'
import { type CommandIo, UsageError } from './command.ts'
import { keepMemoryEven } from './even-memory.ts'
import { JsonWriter } from './json-writer.ts'
import { refuse, streamX12File } from './x12-file.ts'

/**
 * Writes a file of X12 as JSON while it reads it: interchanges, groups, sets by the loops of their guides, and what is wrong with
 * their envelopes. In memory stand the segments of the loops that are open, and no more.
 */
export async function x12Read(args: readonly string[], io: CommandIo): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageError('which one file?')
  keepMemoryEven()
  const pieces: string[] = []
  const json = new JsonWriter(io.write ?? ((piece) => void pieces.push(piece)), io.json ? '' : '  ')
  const findings: Finding[] = []
  const written = treeJson(json, findings)
  let isBegun = false
  const begin = (): void => {
    if (isBegun) return
    isBegun = true
    json.openObject()
    json.openList('interchanges')
  }
  const refusal = streamX12File(file, (piece) => {
    begin()
    written.reader.write(piece)
  })
  if (refusal !== null) return refuse(io, refusal)
  begin()
  written.reader.end()
  json.close()
  json.value(findings, 'findings')
  json.close()
  io.out(pieces.join(''))
  return written.count() > 0 ? 0 : 1
}

/** What stands in an envelope or a loop itself is written behind what stands within it: only then it is known. */
function treeJson(json: JsonWriter, findings: Finding[]) {
  let count = 0
  const ofInterchange: object[] = []
  const ofGroup: object[] = []
  let isInGroup = false
  const loops: { readonly segments: object[]; readonly isWithoutGuide: boolean }[] = []
  const reader = openTree({
    beginInterchange(head) {
      count++
      json.openObject()
      fields(json, head)
      json.openList('groups')
    },
    beginGroup(head) {
      isInGroup = true
      json.openObject()
      fields(json, head)
      json.openList('sets')
    },
    beginSet(head) {
      json.openObject()
      fields(json, head)
    },
    enter({ loop, name, isWithoutGuide }) {
      if (loops.length === 0) json.openObject('loops')
      else json.openObject()
      json.value(loop, 'loop')
      json.value(name, 'name')
      json.openList('loops')
      loops.push({ segments: [], isWithoutGuide })
      if (!isWithoutGuide) return
      // Nothing can stand within it, however many segments it has.
      json.close()
      json.openList('segments')
    },
    segment(segment, depth) {
      const loop = depth === null ? null : loops[depth]
      if (loop?.isWithoutGuide) json.value(segmentJson(segment))
      else (loop?.segments ?? (isInGroup ? ofGroup : ofInterchange)).push(segmentJson(segment))
    },
    leave() {
      const loop = loops.pop()
      json.close()
      if (loop && !loop.isWithoutGuide) json.value(loop.segments, 'segments')
      json.close()
    },
    endSet: () => json.close(),
    endGroup() {
      isInGroup = false
      json.close()
      json.value(ofGroup.splice(0), 'segments')
      json.close()
    },
    endInterchange() {
      json.close()
      json.value(ofInterchange.splice(0), 'segments')
      json.close()
    },
    finding: (finding) => void findings.push(finding),
  })
  return { reader, count: () => count }
}

function fields(json: JsonWriter, head: object): void {
  for (const [key, value] of Object.entries(head)) json.value(value, key)
}

/** @returns elements as text, and where each begins in the file, in bytes */
function segmentJson(segment: Segment): object {
  const elements = Array.from({ length: segment.size }, (_, index) => segment.text(index + 1))
  const { segment: number, offset } = segment.position
  const offsets = elements.map((_, index) => elementOffset(segment, index + 1))
  return { tag: segment.tag, number, offset, elements, offsets }
}
