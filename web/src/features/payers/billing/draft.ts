import type { VisitBilling } from '../shapes.ts'

/** Characters of the words of one service. */
const MOST = 200

type Procedure = VisitBilling['procedures'][number]

/** `99213-25 ×2 ?`: code, modifiers, how many, and a question mark where it is not always done. */
export function procedureText({ code, modifiers, units, optional }: Omit<Procedure, 'words'>): string {
  return `${[code, ...modifiers].join('-')}${units === 1 ? '' : ` ×${units}`}${optional ? ' ?' : ''}`
}

/** The same with its plain words in English and Spanish: `36415 | Drawing blood | Extracción de sangre`. */
export function procedureLine(procedure: Procedure): string {
  const { en, es } = procedure.words
  const words = es !== null ? [en ?? '', es] : en !== null ? [en] : []
  return [procedureText(procedure), ...words].join(' | ')
}

/** The same, read back; null where it is no such line. */
export function procedureOf(line: string): Procedure | null {
  const [what = '', en = '', es = '', ...more] = line.split('|').map((part) => part.trim())
  const [, code, modifiers = '', units = '1', optional] =
    /^([A-Z0-9]\d{3}[A-Z0-9])((?:-[A-Z0-9]{2}){0,4})(?:\s*[×X*]\s*(\d{1,3}))?\s*(\?)?$/.exec(what.toUpperCase()) ?? []
  if (code === undefined || Number(units) < 1 || more.length > 0 || Math.max(en.length, es.length) > MOST) return null
  return {
    code,
    modifiers: modifiers.split('-').filter((one) => one !== ''),
    units: Number(units),
    optional: optional !== undefined,
    words: { en: en === '' ? null : en, es: es === '' ? null : es },
  }
}

/** One a line. Answers the first line that was not understood instead. */
export function proceduresOf(
  text: string,
): { readonly ok: true; readonly procedures: Procedure[] } | { readonly ok: false; readonly line: string } {
  const procedures: Procedure[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const procedure = procedureOf(line)
    if (!procedure) return { ok: false, line: line.trim() }
    procedures.push(procedure)
  }
  return { ok: true, procedures }
}
