import { readInterchanges } from '@foyer/x12'
import { expect, test } from 'vitest'
import { segmentWords } from './segment-words.ts'

function segmentOf(text: string) {
  const header =
    'ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *261128*0915*^*00501*000000007*0*T*:~'
  const file = `${header}GS*HB*P*C*20261128*0915*1*X*005010X279A1~ST*271*0001*005010X279A1~${text}~SE*3*0001~GE*1*1~IEA*1*000000007~`
  const segment = readInterchanges(file).interchanges[0]?.groups[0]?.sets[0]?.segments[1]
  if (!segment) throw new Error(`no segment in ${text}`)
  return segment
}

test('each element that is there is told in words, with what it is called', () => {
  const copay = segmentOf('EB*B*IND*98^UC*HM*GOLD*27*30.5*****Y*W')
  expect(segmentWords(copay, 'en').map(({ element, name, value, says }) => [element, name, value, says])).toEqual([
    ['EB01', 'what it says', 'B', 'copay'],
    ['EB02', 'for whom', 'IND', 'one person'],
    ['EB03', 'kind of service', '98^UC', 'office visit, urgent care'],
    ['EB04', 'kind of insurance', 'HM', 'HMO'],
    ['EB05', 'plan', 'GOLD', null],
    ['EB06', 'time', '27', 'each visit'],
    ['EB07', 'amount', '30.5', '$30.50'],
    ['EB12', 'network', 'Y', 'in network'],
    ['EB13', 'procedure', 'W', null],
  ])
  const share = segmentOf('EB*A**30***27**.2*VS*8*N*N*HC:99213:25')
  expect(segmentWords(share, 'es').flatMap(({ says }) => says ?? [])).toEqual([
    'coseguro',
    'plan',
    'cada visita',
    '20%',
    'visitas',
    'no necesaria',
    'fuera de la red',
    '99213 25',
  ])
})

test('why the payer does not answer, and dates', () => {
  expect(segmentWords(segmentOf('AAA*N**72*C'), 'en').map(({ says }) => says)).toEqual([
    'no',
    'Member id missing or wrong',
    'correct it and ask again',
  ])
  expect(segmentWords(segmentOf('DTP*291*RD8*20260101-20261231'), 'en').map(({ says }) => says)).toEqual([
    'plan',
    'from, until',
    '2026-01-01 – 2026-12-31',
  ])
})

test('what has no words here stands as it was sent', () => {
  expect(segmentWords(segmentOf('EB*ZZ**98'), 'en')[0]).toEqual({
    element: 'EB01',
    name: 'what it says',
    value: 'ZZ',
    says: null,
  })
  expect(segmentWords(segmentOf('III*ZZ*11'), 'en')[0]).toMatchObject({ element: 'III01', name: null, value: 'ZZ' })
})
