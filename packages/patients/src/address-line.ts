import anyAscii from 'any-ascii'
import { foldName } from './name.ts'

/** A line of an address in parts, each folded; empty where the line does not say. */
export type AddressLine = {
  /** Digits of the house number: `12` of `12B Oak St`. */
  readonly houseNumber: string
  /** Name and kind of the street in their short forms, without a number: `n oak st`. */
  readonly street: string
  /** Apartment, suite, floor: `4b`. */
  readonly unit: string
}

/**
 * Words of streets that are written in several ways, by the way they are compared: after USPS Publication 28, appendix
 * C1 and B, and the usual ones of German, French and Spanish.
 */
const spellings: readonly string[] = [
  'aly alley',
  'ave avenue av avenida avda avd',
  'blvd boulevard boul bulevar blvrd',
  'br branch',
  'brg bridge',
  'bld building bldg',
  'byp bypass',
  'c calle cl',
  'ctr center centre',
  'cir circle circ',
  'cl close',
  'cor corner corners',
  'ct court crt',
  'cv cove',
  'crk creek',
  'cres crescent crs',
  'xing crossing',
  'dr drive drv',
  'est estate estates',
  'expy expressway',
  'ext extension',
  'fls falls',
  'fld field fields',
  'fwy freeway',
  'gdn garden gardens gdns',
  'gln glen',
  'grn green',
  'grv grove',
  'hbr harbor harbour',
  'hts heights ht',
  'hwy highway hiway',
  'hl hill hills hls',
  'holw hollow',
  'is island',
  'jct junction',
  'knl knoll',
  'lk lake lakes',
  'lndg landing',
  'ln lane',
  'lp loop',
  'mnr manor',
  'mdw meadow meadows mdws',
  'ml mill mills',
  'mt mount',
  'mtn mountain',
  'orch orchard',
  'pkwy parkway pky',
  'pl place plc',
  'plz plaza plza pza',
  'pt point pte',
  'pr prairie',
  'rd road',
  'rdg ridge',
  'riv river',
  'rte route',
  'r rue',
  'sq square',
  'sta station',
  'st street str strasse saint sainte',
  'ter terrace terr',
  'tpke turnpike',
  'trl trail trails',
  'vly valley',
  'vw view',
  'vlg village',
  'vis vista',
  'wlk walk',
  'way wy weg',
  'n north norte nord',
  's south sur sud',
  'e east este ost',
  'w west oeste',
  'ne northeast',
  'nw northwest',
  'se southeast',
  'sw southwest',
  '1st first',
  '2nd second',
  '3rd third',
  '4th fourth',
  '5th fifth',
  '6th sixth',
  '7th seventh',
  '8th eighth',
  '9th ninth',
  '10th tenth',
]

const shortOf = new Map(
  spellings.flatMap((line) => {
    const all = line.split(' ')
    return all.map((word) => [word, all[0] ?? word] as const)
  }),
)

const unit =
  /(?:\b(?:apt|apartment|apto|unit|suite|ste|flat|floor|piso|room|rm|lot|trlr|trailer|spc|no|num)\b\.?|#)\s*#?\s*([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)?)/iu
const houseNumber = /(?<![\p{L}\p{N}])(\d+)(?!\d*(?:st|nd|rd|th)\b)[\p{L}]?(?![\p{L}\p{N}])/iu

/** Takes a line as people write it apart. Never throws; a line without a number has the street only. */
export function readAddressLine(line: string): AddressLine {
  const [found, of = ''] = unit.exec(line) ?? []
  const rest = found === undefined ? line : line.replace(found, ' ')
  const [written, number = ''] = houseNumber.exec(rest) ?? []
  const name = foldName(anyAscii(written === undefined ? rest : rest.replace(written, ' ')))
  const words = name.split(' ').flatMap((word) => (word === '' ? [] : parted(word)))
  return {
    houseNumber: number.replace(/^0+(?=\d)/, ''),
    street: words.map((word) => shortOf.get(word) ?? word).join(' '),
    unit: foldName(of).replaceAll(' ', ''),
  }
}

/** Hauptstraße, Hauptstr and Haupt Strasse are one word or two. */
function parted(word: string): readonly string[] {
  const [, name, kind] = /^(\p{L}{3,})(strasse|str|weg|gasse|allee)$/u.exec(word) ?? []
  return name === undefined || kind === undefined ? [word] : [name, kind]
}
