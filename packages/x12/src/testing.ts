import { groupOfSet } from './grammar/functional-groups.ts'
import type { Finding } from './finding.ts'
import type { Reading } from './interchange.ts'
import type { Segment } from './segment.ts'

/** An ISA of the right lengths, with these delimiters. */
export function isaOf({
  element = '*',
  repetition = '^',
  component = ':',
  segment = '~',
  controlNumber = '000000905',
} = {}): string {
  const fields = ['00', ' '.repeat(10), '00', ' '.repeat(10), 'ZZ', 'CLINIC'.padEnd(15), 'ZZ', 'PAYER'.padEnd(15)]
  const rest = ['261128', '0915', repetition, '00501', controlNumber, '0', 'T', component]
  return ['ISA', ...fields, ...rest].join(element) + segment
}

/** An interchange of one group with one set of these segments; envelopes are right. */
export function interchangeOf(
  body: readonly string[],
  { end = '~\n', isa = isaOf(), code = '271', version = '005010X279A1' } = {},
): string {
  const set = [`ST*${code}*0001*${version}`, ...body, `SE*${body.length + 2}*0001`]
  const group = [
    `GS*${groupOfSet(code) ?? 'HB'}*PAYER*CLINIC*20261128*0915*1*X*${version}`,
    ...set,
    'GE*1*1',
    'IEA*1*000000905',
  ]
  return isa + group.map((segment) => segment + end).join('')
}

/** Everything that can be asked of a segment, as plain data. */
export function plain(segment: Segment): { tag: string; elements: string[]; position: Segment['position'] } {
  const elements = Array.from({ length: segment.size }, (_, index) => segment.text(index + 1))
  return { tag: segment.tag, elements, position: segment.position }
}

export function setsOf({ interchanges }: Reading): string[][] {
  const sets = interchanges.flatMap(({ groups }) => groups.flatMap(({ sets }) => sets))
  return sets.map(({ segments }) => segments.map((one) => [one.tag, ...plain(one).elements].join('*')))
}

/** `error set-count SE01 1.1.1.4`: severity, code, where it points and interchange, group, set, segment. */
export function told({ severity, code, tag, element, position }: Finding): string {
  const { interchange, group, set, segment } = position
  const what = tag ? ` ${tag}${element === null ? '' : String(element).padStart(2, '0')}` : ''
  return `${severity} ${code}${what} ${interchange}.${group}.${set}.${segment}`
}
