import { people } from '../search/people.ts'
import { pick, seeded } from '../search/random.ts'

const towns = [
  ['Dayton', '45402'],
  ['Dayton', '45405'],
  ['Kettering', '45429'],
  ['Springfield', '45503'],
  ['Xenia', '45385'],
  ['Troy', '45373'],
] as const
const streets = 'Oak Elm Maple Cedar Pine Lake Hill Park Walnut Church River Spring Ridge Meadow Forest Mill'.split(' ')
const payers = ['Prairie Health Plan', 'Lakeshore Mutual', 'Buckeye Care']
const header = 'Last Name,First Name,Middle,DOB,Cell,E-mail,Address,City,State,Zip,Chart #,Insurance,Member ID'

/** Of a hundred rows so many are somebody of an earlier row, with a new phone, and so many cannot be read. */
const AGAIN = 2
const BAD = 1

/** A file of so many rows, as another system would give it; the same for the same number. */
export function peopleFile(rows: number): string {
  const random = seeded(4)
  const lines: string[] = []
  for (const one of people(rows, 5)) {
    const [year = '', month = '', day = ''] = one.birthDate.split('-')
    const chance = random() * 100
    const before = lines[Math.floor(random() * lines.length)]
    if (chance < AGAIN && before !== undefined) {
      const fields = before.split(',')
      lines.push(fields.with(4, one.phone).with(10, `C${lines.length}`).join(','))
      continue
    }
    const [city, zip] = pick(towns, random)
    const isBad = chance >= AGAIN && chance < AGAIN + BAD
    const hasPayer = random() < 0.7
    lines.push(
      [
        one.family,
        one.given,
        one.middle ?? '',
        isBad ? 'unknown' : `${Number(month)}/${Number(day)}/${year}`,
        one.phone,
        one.email ?? '',
        `${1 + Math.floor(random() * 900)} ${pick(streets, random)} St`,
        city,
        'OH',
        zip,
        `C${lines.length}`,
        hasPayer ? pick(payers, random) : '',
        hasPayer ? `M${lines.length}` : '',
      ].join(','),
    )
  }
  return [header, ...lines].join('\r\n')
}
