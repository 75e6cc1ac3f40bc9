import { type Command, type CommandIo, UsageError } from './command.ts'
import { environmentHelp } from './environment-help.ts'
import { writeOut } from './write-out.ts'

const matchColumns = `[--name --given --family --middle --suffix
      --former --preferred --birth --sex --phone --email --street --city --state --postal --identifier column]
      [--least 0.001]`

const commands: readonly Command[] = [
  {
    name: 'start',
    usage: 'foyer start',
    summary: 'Start the server; makes the demo practice on the first start unless FOYER_DEMO=0',
    load: async () => (await import('./start.ts')).start,
  },
  {
    name: 'import fhir',
    usage: 'foyer import fhir <file or folder …> [--organization slug] [--source name]',
    summary: 'Take FHIR R4 bundles and resources: people, coverages, places, appointments, history',
    load: async () => (await import('./import-fhir.ts')).importFhirCommand,
  },
  {
    name: 'audit verify',
    usage: 'foyer audit verify [--organization slug …]',
    summary: 'Verify the sealed audit trail; finds what was changed, removed or reordered',
    load: async () => (await import('./audit-verify.ts')).auditVerify,
  },
  {
    name: 'documents rotate-key',
    usage: 'foyer documents rotate-key [--organization slug] [--former-secret-file file]',
    summary: `Seal all documents of an organization by a new key and forget the older ones. After a change of
      FOYER_SECRET name a file with the former secret`,
    load: async () => (await import('./documents-rotate.ts')).documentsRotate,
  },
  {
    name: 'match pairs',
    usage: `foyer match pairs <file.csv> --id column ${matchColumns}`,
    summary: `Find records of one person in a table: a JSON line for each pair with probability, verdict and reasons.
      Name several columns by commas or again: those of a street are joined, phones and identifiers add up.
      Pairs below --least (probability, 0.001) are left out`,
    load: async () => (await import('./match-pairs.ts')).matchPairs,
  },
  {
    name: 'match evaluate',
    usage: 'foyer match evaluate <file.csv> … --truth column [--truth-pattern regex] [--pairs]',
    summary: `Precision, recall and F1 of those pairs against a column that says who is who; the first group of the
      pattern, where one is given. --pairs writes the pairs too`,
    load: async () => (await import('./match-evaluate.ts')).matchEvaluate,
  },
  {
    name: 'x12 read',
    usage: 'foyer x12 read <file>',
    summary: 'Write a file of X12 as JSON: interchanges, groups, sets by loops, and what is wrong with their envelopes',
    load: async () => (await import('./x12-read.ts')).x12Read,
  },
  {
    name: 'x12 validate',
    usage: 'foyer x12 validate <file>',
    summary: 'Say what is wrong with a file of X12, by the guides of its sets; exit code 1 where there is an error',
    load: async () => (await import('./x12-validate.ts')).x12Validate,
  },
  {
    name: 'x12 ack',
    usage: 'foyer x12 ack <file> [--control-number 1]',
    summary: 'Write the TA1 and 999 that answer a file of X12',
    load: async () => (await import('./x12-ack.ts')).x12Ack,
  },
  {
    name: 'x12 explain',
    usage: 'foyer x12 explain <file> [--language en|es] [--date YYYY-MM-DD]',
    summary: 'Say in sentences what a file of X12 says: 271 (for a date of service), 277, 278, 835, 999, TA1',
    load: async () => (await import('./x12-explain.ts')).x12Explain,
  },
  {
    name: 'payer-sandbox',
    usage: `foyer payer-sandbox [--port 4311] [--sftp-port 4312] [--folder folder] [--say] [--fail-share 0.05]
      [--batch-seconds 0] [--tls-key file.pem --tls-cert file.pem]`,
    summary: `Run payers that are made up, on this machine only: CAQH CORE by MIME and SOAP at /core, in real time and by
      batch, JSON at /rest, files by SFTP. --folder keeps the files, --say writes a line for each exchange (never a
      name), --fail-share lets a share of them fail. POST /control { "mode": "down" | "slow" | "garbage" | "up",
      "payer": "…" } switches one payer, or all; GET /control tells the state. Ctrl-C ends it`,
    load: async () => (await import('./payer-sandbox.ts')).payerSandbox,
  },
  {
    name: 'migrate',
    usage: 'foyer migrate',
    summary: 'Bring the database up to date without starting the server',
    load: async () => (await import('./migrate.ts')).migrate,
  },
]

function help(): string {
  const list = commands.flatMap((command) => [`  ${command.usage}`, `      ${command.summary}`])
  return [
    'foyer: the desk of a clinic',
    '',
    'Commands (each takes --json and --help)',
    ...list,
    '',
    environmentHelp,
  ].join('\n')
}

function match(argv: readonly string[]): { command: Command; args: readonly string[] } | null {
  for (const command of commands) {
    const words = command.name.split(' ')
    if (words.every((word, index) => argv[index] === word)) return { command, args: argv.slice(words.length) }
  }
  return null
}

function isArgumentFault(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

/** Runs one command line. 0: done; 1: done and the answer is bad, or it failed; 2: not understood. */
export async function run(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json')
  const io: CommandIo = {
    json,
    out: (text) => void process.stdout.write(`${text}\n`),
    write: writeOut,
    note: (text) => void process.stderr.write(`${text}\n`),
  }
  const words = argv.filter((word) => word !== '--json')
  const found = match(words)
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help' || words[0] === '-h') {
    io.out(
      json
        ? JSON.stringify({ commands: commands.map(({ name, usage, summary }) => ({ name, usage, summary })) })
        : help(),
    )
    return 0
  }
  if (!found) {
    io.note(`foyer: there is no command "${words.slice(0, 2).join(' ')}"; foyer --help lists them`)
    return 2
  }
  if (found.args.includes('--help')) {
    io.out(`${found.command.usage}\n${found.command.summary}`)
    return 0
  }
  try {
    const work = await found.command.load()
    return await work(found.args, io)
  } catch (error) {
    if (error instanceof UsageError || isArgumentFault(error)) {
      io.note(`foyer ${found.command.name}: ${error.message}`)
      return 2
    }
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    io.note(`foyer ${found.command.name} failed${code}: ${error instanceof Error ? error.message : 'unknown'}`)
    return 1
  }
}
