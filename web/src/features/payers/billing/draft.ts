import type { VisitBilling } from '../shapes.ts'

type Procedure = VisitBilling['procedures'][number]

/** `99213-25 ×2?`: code, modifiers, how many, and a question mark where it is not always done. */
export function procedureText({ code, modifiers, units, optional }: Procedure): string {
  return `${[code, ...modifiers].join('-')}${units === 1 ? '' : ` ×${units}`}${optional ? ' ?' : ''}`
}

/** The same, read back; null where it is no such line. */
export function procedureOf(line: string): Procedure | null {
  const [, code, modifiers = '', units = '1', optional] =
    /^([A-Z0-9]\d{3}[A-Z0-9])((?:-[A-Z0-9]{2}){0,4})(?:\s*[×X*]\s*(\d{1,3}))?\s*(\?)?$/.exec(
      line.trim().toUpperCase(),
    ) ?? []
  if (code === undefined || Number(units) < 1) return null
  return {
    code,
    modifiers: modifiers.split('-').filter((one) => one !== ''),
    units: Number(units),
    optional: optional !== undefined,
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
