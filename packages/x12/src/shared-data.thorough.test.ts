import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { acknowledge } from './acknowledge/acknowledge.ts'
import { explain } from './explain/explain.ts'
import { readInterchanges } from './read/read-interchanges.ts'
import { setsOf } from './testing.ts'
import { validate } from './validate/validate.ts'
import { writeInterchange } from './write/write-interchange.ts'

const root = fileURLToPath(new URL('../../../../shared/data/x12', import.meta.url))

function sharedTest(folder: string, name: string, run: (files: string[]) => void): void {
  const path = join(root, folder)
  const there = existsSync(path)
  test.skipIf(!there)(`shared data x12/${folder}: ${name}${there ? '' : ' (absent, skipped)'}`, () => {
    const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    run(files.map((file) => join(file.parentPath, file.name)).toSorted())
  })
}

function codesOf(file: string): string[] {
  return validate(readInterchanges(readFileSync(file))).map(
    ({ code, tag, element, loop }) =>
      `${loop ?? '-'} ${tag}${element === null ? '' : String(element).padStart(2, '0')} ${code}`,
  )
}

for (const kind of ['270_005010X279A1', '276_005010X212', '277_005010X212', '834_005010X220A1']) {
  sharedTest(`linuxforhealth/src-tests-resources-${kind}`, 'right ones have no findings', (files) => {
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap(codesOf)).toEqual([])
  })
}

sharedTest(
  'linuxforhealth/src-tests-resources-271_005010X279A1',
  'only the one with an error has a finding',
  (files) => {
    expect(files.flatMap((file) => codesOf(file).map((code) => [file.split('/').at(-1), code]))).toEqual([
      ['subscriber-health-benefit-check-error.271', '- SE02 set-control-number'],
    ])
  },
)

/** ISA16 says `:` and the file cuts by `>`: every composite is one component. */
const otherSeparator = [
  '2300 CLM05 element-too-long',
  '2300 CLM05 element-missing',
  '2300 HI01 code-not-allowed',
  '2300 HI01 element-missing',
  '2400 SV101 code-not-allowed',
  '2400 SV101 element-missing',
]

/** Examples of 837P that are wrong, and how. */
const wrongClaims: Readonly<Record<string, readonly string[]>> = {
  // CLM05-2 is left out; it is B in every claim of a professional.
  'demo.ambulance.example5.837': ['2300 CLM05 element-missing'],
  // Another insurance (2320) without its payer.
  'demo.cob.example3.A.837': ['2330B NM1 loop-missing'],
  // AMT*F2 of 4010; what the patient still owes is AMT*EAF in 5010.
  'demo.cob.example4.837': ['2320 AMT01 code-not-allowed'],
  'demo.cob.2ndary.example4.837': otherSeparator,
  'demo.example6.837': otherSeparator,
  'demo.example9.837': [...otherSeparator, '2400 SV107 not-a-number'],
  'demo.example11.837': [
    ...otherSeparator,
    '2300 HI02 code-not-allowed',
    '2300 HI02 element-missing',
    '2400 SV107 not-a-number',
  ],
  'demo.example12.837': otherSeparator,
}

sharedTest(
  'linuxforhealth/src-tests-resources-837_005010X222A2',
  'claims that are right, and what is wrong with others',
  (files) => {
    const found = files.map((file) => [file.split('/').at(-1), [...new Set(codesOf(file))].toSorted()] as const)
    const wrong = Object.fromEntries(found.filter(([, codes]) => codes.length > 0))
    const expected = Object.entries(wrongClaims).map(([name, codes]) => [name, codes.toSorted()])
    expect(wrong).toEqual(Object.fromEntries(expected))
    expect(files.length).toBe(18)
  },
)

sharedTest('staedi/x12', 'binary data is read by its length, and a wrong length is told', (files) => {
  const lengths = files
    .filter((file) => /binary_segment|BIN01/.test(file))
    .map((file) => [file.split('/').at(-1), codesOf(file).filter((code) => /binary|count|end/.test(code))])
  expect(Object.fromEntries(lengths)).toEqual({
    'nonnumeric_BIN01.edi': [],
    'sample275_with_HL7_invalid_BIN01.edi': ['- BIN01 binary-length'],
    'sample275_with_HL7_valid_BIN01.edi': [],
    'simple_with_binary_segment.edi': [],
  })
})

sharedTest('pyx12', '834 and 835, and the 999 that answered them', (files) => {
  const right = files.filter((file) => codesOf(file).length === 0).map((file) => file.split('/').at(-1))
  expect(right).toEqual(
    expect.arrayContaining(['834_deident_family.txt', '834_ls_le_ls.txt', '834_ls_le_ls_5010.999.txt']),
  )
})

sharedTest('pyx12/tests', 'the 999 is the one that is expected', (files) => {
  const textOf = (name: string): string => readFileSync(files.find((file) => file.endsWith(name)) ?? '', 'utf8')
  const reading = readInterchanges(textOf('/834_ls_le_ls.txt'))
  const answers = acknowledge(reading, validate(reading), { controlNumber: 1, date: '2013-03-12', time: '02:06' })
  const written = answers.map((answer) => readInterchanges(writeInterchange(answer).text ?? ''))
  const essence = (set: string[] | undefined) => set?.filter((segment) => /^(AK|IK)/.test(segment))
  expect(essence(written.flatMap(setsOf)[0])).toEqual(
    essence(setsOf(readInterchanges(textOf('/834_ls_le_ls_5010.999.txt')))[0]),
  )
})

/** What each is named after; besides, all of them charge 500 for lines of 12.25 and leave out a child of the hierarchy. */
const named: readonly (readonly [file: string, code: string])[] = [
  ['x12_bad_segment_identifier.txt', '2010AA ND4 segment-unknown'],
  ['x12_bad_valid_code.txt', '2010AA NM101 code-not-allowed'],
  ['x12_loop_errors1_exceeds_max_1_parent.txt', '2010AA NM1 loop-too-often'],
  ['x12_loop_errors3_missing_loops.txt', '2010AA NM1 loop-missing'],
  ['x12_missing_elements.txt', '1000B NM102 element-missing'],
  ['x12_missing_required_loop_in_one_repeat.txt', '2010BA NM1 loop-missing'],
  ['x12_segment_errors.txt', '2010AA REF segment-too-often'],
  ['x12_segments_out_of_order.txt', '2010AA N4 wrong-order'],
  ['x12_no_isa_line.txt', '- null no-interchange'],
  ['x12_multiple_gs.txt', '- IEA01 interchange-count'],
]

sharedTest('imsweb/837_5010', 'bad ones have the errors that they are named after, and good ones do not', (files) => {
  const codes = new Map(files.map((file) => [file.split('/').at(-1) ?? '', codesOf(file)]))
  for (const [file, code] of named) {
    expect([file, codes.get(file)]).toEqual([file, expect.arrayContaining([code])])
    expect(codes.get('x12_valid.txt')).not.toContain(code)
  }
})

sharedTest('imsweb/277_5010', 'each state is a sentence', (files) => {
  const said = files.map((file) => explain(readInterchanges(readFileSync(file)), 'en').map(({ sentence }) => sentence))
  expect(said.every((sentences) => sentences.length > 0)).toBe(true)
  expect(said.flat()).toContain(
    'Rejected: information is not valid (A7): the NPI is wrong or missing (562), as of 2011-03-11, charged $199.14.',
  )
})

sharedTest('', 'everything there is can be read, checked and explained', (files) => {
  for (const file of files) {
    const reading = readInterchanges(readFileSync(file))
    expect(Array.isArray(validate(reading))).toBe(true)
    expect(Array.isArray(explain(reading, 'es'))).toBe(true)
  }
})
