import { inflateSync } from 'node:zlib'

function objectsOf(pdf: string): ReadonlyMap<string, string> {
  return new Map(
    [...pdf.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, inflated(body)]),
  )
}

function inflated(body: string): string {
  const stream = /^([\s\S]*?)stream\n([\s\S]*)\nendstream/.exec(body)
  if (!stream?.[1]?.includes('/FlateDecode') || stream[2] === undefined) return body
  return `${stream[1]}\n${inflateSync(Buffer.from(stream[2], 'latin1')).toString('latin1')}`
}

/** Which letters the glyphs of a subset font stand for (its ToUnicode map, ISO 32000-1, 9.10.3). */
function lettersOf(map: string): readonly string[] {
  return [...map.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([0-9a-f ]+)>/g)].map(([, hex = '']) =>
      Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    ),
  )
}

/** What a reader of the document gets as text, a line for each piece that was drawn. */
export function pdfText(bytes: Uint8Array): string {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'))
  const fonts = new Map<string, readonly string[]>()
  for (const body of objects.values())
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1]
      if (map !== undefined) fonts.set(name, lettersOf(objects.get(map) ?? ''))
    }
  const lines: string[] = []
  for (const body of objects.values()) {
    let font: readonly string[] = []
    for (const [, name, shown = ''] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name !== undefined) font = fonts.get(name) ?? []
      else {
        const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) => hex).join('')
        lines.push((glyphs.match(/.{4}/g) ?? []).map((glyph) => font[Number.parseInt(glyph, 16)] ?? '').join(''))
      }
    }
  }
  return lines.join('\n')
}
