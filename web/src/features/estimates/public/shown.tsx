import { estimates } from '@foyer/contract'
import { useState } from 'react'
import { addressOf } from '../../../app/client.ts'
import { Button, formatCents } from '../../../ui/index.ts'
import styles from './page.module.css'
import type { Known, ShownEstimate, ShownProps } from './shapes.ts'
import { SignForm } from './sign-form.tsx'
import type { PageWords } from './words.ts'

/** The sum first, then what it is for, how it adds up, what is good to know, and the place to sign. */
export function Shown(props: ShownProps) {
  const { estimate, language, words } = props
  const { locale } = words
  const money = (cents: number) => formatCents(cents, 'USD', locale).replace('-', '−')
  const day = (date: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
  const { lowCents, highCents, missing } = estimate
  const sum = lowCents === highCents ? money(highCents) : words.range(money(lowCents), money(highCents))
  return (
    <>
      <h1 className={styles.title}>{words.hello(estimate.patientName)}</h1>
      {estimate.isReplaced && <p role="status">{words.replaced}</p>}
      <p className={styles.pay}>
        {words.pay} <b>{sum}</b>
      </p>
      {estimate.isMadeUp && <p>{words.madeUp}</p>}
      {missing.length > 0 && (
        <div>
          <p>{words.because}</p>
          <ul>
            {missing.map(({ fact, payer }) => (
              <li key={`${fact} ${payer}`}>{words.gaps[fact](payer ?? '')}</li>
            ))}
          </ul>
        </div>
      )}
      <dl className={styles.facts}>
        <dt>{words.visitFor}</dt>
        <dd>{estimate.description[language]}</dd>
        <dt>{words.when}</dt>
        <dd>{estimate.serviceDate === null ? words.noDate : day(estimate.serviceDate)}</dd>
        <dt>{words.where}</dt>
        <dd>{[estimate.site, estimate.address].filter(Boolean).join(', ')}</dd>
        <dt>{words.madeOn}</dt>
        <dd>{day(estimate.madeOn)}</dd>
      </dl>
      <Lines estimate={estimate} words={words} money={money} />
      <section className={styles.stack}>
        <h2>{words.toKnow}</h2>
        {estimate.kind === 'insured' && <p>{words.planNote}</p>}
        {estimate.statements.map((one) => (
          <p key={one.en}>{one[language]}</p>
        ))}
        {estimate.separately.length > 0 && (
          <>
            <p>{words.separately}</p>
            <ul>
              {estimate.separately.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <KeepButton known={props.known} words={words} />
      {estimate.signedByName !== null ? (
        <p role="status" className={styles.signed}>
          <span aria-hidden>✓ </span>
          {words.signed(estimate.signedByName)}
        </p>
      ) : estimate.isReplaced ? (
        <p>{words.notToSign}</p>
      ) : (
        <SignForm {...props} />
      )}
    </>
  )
}

interface LinesProps {
  readonly estimate: ShownEstimate
  readonly words: PageWords
  readonly money: (cents: number) => string
}

/** By provider where the law asks for it, else step by step from the price to what is left. */
function Lines({ estimate, words, money }: LinesProps) {
  const { providers, lowCents, highCents, low, high } = estimate
  if (estimate.kind === 'good-faith')
    return (
      <>
        {providers.map(({ name, npi, taxId, place, items }) => (
          <div key={name}>
            <Sums
              caption={name}
              rows={items.map(({ code, description, diagnosisCodes, units, expectedCents }) => ({
                label: `${description} (${code})${units > 1 ? `, ${words.times(units)}` : ''}`,
                note: diagnosisCodes.length > 0 ? words.diagnosis(diagnosisCodes.join(', ')) : words.noDiagnosis,
                cents: expectedCents,
              }))}
              total={{ label: words.total, cents: items.reduce((all, one) => all + one.expectedCents, 0) }}
              money={money}
            />
            <p className={styles.quiet}>{[place, `NPI ${npi ?? ''}`, words.taxId(taxId ?? '')].join(' · ')}</p>
          </div>
        ))}
      </>
    )
  const isRange = lowCents !== highCents
  const rowsOf = (lines: typeof low) =>
    lines.filter(({ moves }) => moves).map(({ kind, of, cents }) => ({ label: words.line[kind](of ?? ''), cents }))
  const partsOf = (lines: typeof low) =>
    lines.filter(({ moves }) => !moves).map(({ kind, of, cents }) => ({ label: words.line[kind](of ?? ''), cents }))
  const parts = partsOf(high)
  const shared = { money }
  return (
    <>
      {isRange && (
        <Sums {...shared} caption={words.atLeast} rows={rowsOf(low)} total={{ label: words.total, cents: lowCents }} />
      )}
      <Sums
        {...shared}
        caption={isRange ? words.atMost : words.lines}
        rows={rowsOf(high)}
        total={{ label: words.total, cents: highCents }}
      />
      {!isRange && parts.length > 0 && <Sums {...shared} caption={words.madeOf} rows={parts} total={null} />}
    </>
  )
}

interface SumsProps {
  readonly caption: string
  readonly rows: readonly { readonly label: string; readonly note?: string; readonly cents: number }[]
  readonly total: { readonly label: string; readonly cents: number } | null
  readonly money: (cents: number) => string
}

function Sums({ caption, rows, total, money }: SumsProps) {
  return (
    <table className={styles.sums}>
      <caption>{caption}</caption>
      <tbody>
        {rows.map(({ label, note, cents }, at) => (
          <tr key={`${label} ${at}`}>
            <th scope="row">
              {label}
              {note !== undefined && <span className={styles.note}>{note}</span>}
            </th>
            <td>{money(cents)}</td>
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            <th scope="row">{total.label}</th>
            <td>{money(total.cents)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** A file to keep, asked for by the same link: its secret goes in the body and stands in no address. */
function KeepButton({ known, words }: { readonly known: Known; readonly words: PageWords }) {
  const [hasFailed, setFailed] = useState(false)
  const keep = async () => {
    setFailed(false)
    const response = await fetch(addressOf(estimates.printEstimateLink, known), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: known.token, birthDate: known.birthDate }),
    }).catch(() => null)
    if (!response?.ok) return setFailed(true)
    const address = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = 'estimate.pdf'
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <>
      <Button isFull size="lg" onPress={() => void keep()}>
        {words.keep}
      </Button>
      {hasFailed && <p role="alert">{words.failed}</p>}
    </>
  )
}
