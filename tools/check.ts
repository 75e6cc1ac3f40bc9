import { checkParts, runParts } from './parts.ts'
import { closingLine } from './tally.ts'

/** `npm run check`: everything that needs neither a database nor a browser. Exit code 1 when any part fails. */
const started = performance.now()
const outcomes = await runParts(checkParts())
const tallies = outcomes.map((outcome) => outcome.tally)
console.log(`${closingLine(tallies)} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
process.exitCode = tallies.some((tally) => tally.failed.length > 0) ? 1 : 0
