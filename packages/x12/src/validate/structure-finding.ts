import type { LoopUse, Part } from '../grammar/guide.ts'
import type { StructureFault } from '../loops/loop-matcher.ts'
import type { Position } from '../position.ts'
import { isKnownTag } from '../grammar/dictionary.ts'
import type { Found } from './findings.ts'

/** A departure from the structure of the guide as a finding, with the code of IK304. */
export function structureFinding(fault: StructureFault, loop: LoopUse, position: Position, tag: string): Found {
  const common = { level: 2, position, tag, loop: loop.id } as const
  switch (fault.kind) {
    case 'missing':
      return fault.part.kind === 'loop'
        ? {
            ...common,
            loop: fault.part.id,
            code: 'loop-missing',
            sentence: `${named(fault.part)} is missing in ${inside(loop)}.`,
            report: ['IK304', 'I7'],
          }
        : {
            ...common,
            code: 'segment-missing',
            sentence: `${named(fault.part)} is missing in ${inside(loop)}.`,
            report: ['IK304', '3'],
          }
    case 'too-many': {
      const { part } = fault
      const sentence = `${named(part)} is there more than ${part.max === 1 ? 'once' : `${part.max} times`} in ${inside(loop)}.`
      return part.kind === 'loop'
        ? { ...common, loop: part.id, code: 'loop-too-often', sentence, report: ['IK304', '4'] }
        : { ...common, code: 'segment-too-often', sentence, report: ['IK304', '5'] }
    }
    case 'wrong-order':
      return {
        ...common,
        code: 'wrong-order',
        sentence: `${named(fault.part)} comes too late in ${inside(loop)}.`,
        report: ['IK304', '7'],
      }
    case 'unexpected':
      return {
        ...common,
        code: 'segment-unexpected',
        sentence: `${tag} is not expected in ${inside(loop)}.`,
        report: ['IK304', '2'],
      }
    case 'unknown':
      return isKnownTag(tag)
        ? {
            ...common,
            code: 'segment-not-in-set',
            sentence: `${tag} does not belong to this kind of set.`,
            report: ['IK304', '6'],
          }
        : { ...common, code: 'segment-unknown', sentence: 'There is no segment with this tag.', report: ['IK304', '1'] }
  }
}

function named(part: Part): string {
  return part.kind === 'loop' ? `Loop ${part.id} (${part.name})` : part.tag
}

function inside(loop: LoopUse): string {
  return loop.index === 0 ? 'the set' : `loop ${loop.id}`
}
