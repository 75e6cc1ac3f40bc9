import { formatCents } from '../../ui/index.ts'
import styles from './estimates.module.css'
import type { Line } from './shapes.ts'
import { lineText } from './texts.ts'
import { useWords } from './use-words.ts'

export interface LinesTableProps {
  readonly caption: string
  readonly lines: readonly Line[]
  readonly cents: number
  /** Names of services by their codes. */
  readonly services: ReadonlyMap<string, string>
}

/** The steps that move the sum, what they add up to, and of what the patient's part is made. */
export function LinesTable({ caption, lines, cents, services }: LinesTableProps) {
  const { say, locale } = useWords()
  const money = (amount: number) => formatCents(amount, 'USD', locale).replace('-', '−')
  const parts = lines.filter(({ moves }) => !moves)
  return (
    <>
      <table className={styles.lines}>
        <caption>{caption}</caption>
        <tbody>
          {lines
            .filter(({ moves }) => moves)
            .map((line, at) => (
              <tr key={`${line.kind} ${line.of} ${at}`}>
                <th scope="row">{lineText(line, say, services)}</th>
                <td>{money(line.cents)}</td>
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('line_owed')}</th>
            <td>{money(cents)}</td>
          </tr>
        </tfoot>
      </table>
      {parts.length > 0 && (
        <table className={styles.lines}>
          <caption>{say('madeOf')}</caption>
          <tbody>
            {parts.map((line, at) => (
              <tr key={`${line.kind} ${line.of} ${at}`}>
                <th scope="row">{lineText(line, say, services)}</th>
                <td>{money(line.cents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
