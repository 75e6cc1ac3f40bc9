/** One jurisdiction's card as its barcode says: the header, and the elements of its subfile by their three letters. */
export interface CardData {
  /** Issuer Identification Number, six digits. */
  readonly iin: string
  /** AAMVA version number of the standard, 1 (2000) to 10 (2020); 0 where the header says none. */
  readonly version: number
  /** A driver's licence or an identification card. */
  readonly kind: 'DL' | 'ID'
  readonly elements: ReadonlyMap<string, string>
}

/**
 * The header of a compact encoding (AAMVA DL/ID Card Design Standard 2020, D.12.3): compliance indicator, separators,
 * file type, IIN, version, the jurisdiction's own version from version 2 on, number of subfiles. The first edition also
 * has the file type `AAMVA`. Some issuers write other separators than the standard's LF, RS and CR.
 */
const header = /@[^A-Za-z0-9]{0,4}(?:ANSI ?|AAMVA)(\d{6})(\d{2})(\d{2})?(\d{2})(?=[A-Z]{2}\d{8})/

const designator = /^([A-Z]{2})(\d{4})(\d{4})/

interface Subfile {
  readonly kind: string
  readonly offset: number
  readonly length: number
}

function subfilesAt(text: string, at: number): readonly Subfile[] {
  const found: Subfile[] = []
  for (let place = at; ; place += 10) {
    const [, kind = '', offset = '', length = ''] = designator.exec(text.slice(place, place + 10)) ?? []
    if (kind === '') return found
    found.push({ kind, offset: Number(offset), length: Number(length) })
  }
}

function isCard(kind: string): kind is 'DL' | 'ID' {
  return kind === 'DL' || kind === 'ID'
}

/** `DL` or `ID` and then an element: where a subfile begins when its offset lies. */
const beginning = /(DL|ID)(?=D[A-D][A-Z])/

/** Its text without the two letters that name it. Offsets are wrong on many cards; what stands there decides. */
function textOf(text: string, from: number, subfiles: readonly Subfile[]): [kind: 'DL' | 'ID', text: string] | null {
  const said = subfiles.find(({ kind }) => isCard(kind))
  if (said && isCard(said.kind) && text.startsWith(`${said.kind}D`, said.offset) && said.offset >= from) {
    // A length that ends in the middle of a line cuts the last element: it goes on to the line's end.
    const end = text.slice(said.offset + said.length).search(/[\n\r]/)
    const length = end <= 0 ? said.length : said.length + end
    return [said.kind, text.slice(said.offset + 2, said.offset + length)]
  }
  const rest = text.slice(from)
  const [found, kind = ''] = beginning.exec(rest) ?? []
  if (found === undefined || !isCard(kind)) return null
  return [kind, rest.slice(rest.indexOf(found) + 2)]
}

/** Null for a text that is no card of this standard. */
export function readElements(text: string): CardData | null {
  const head = header.exec(text)
  if (!head) return null
  const [all, iin = '', version = ''] = head
  const from = head.index + all.length
  const subfiles = subfilesAt(text, from)
  const found = textOf(text.slice(head.index), all.length + subfiles.length * 10, subfiles)
  if (!found) return null
  const [kind, body] = found
  const elements = new Map<string, string>()
  // A subfile ends with CR; what another one says (a jurisdiction's own, Z…) is not ours.
  for (const line of (body.split('\r')[0] ?? '').split('\n')) {
    const [, id = '', value = ''] = /^(D[A-D][A-Z])(.*)$/.exec(line.trimStart()) ?? []
    if (id !== '' && !elements.has(id)) elements.set(id, value.trim())
  }
  return elements.size === 0 ? null : { iin, version: Number(version), kind, elements }
}
