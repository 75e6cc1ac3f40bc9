import { join, resolve } from 'node:path'
import { z } from 'zod'

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4310),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.string().min(1).optional(),
  FOYER_DATA: z.string().min(1).optional(),
  FOYER_DEMO: z.enum(['0', '1']).default('1'),
  FOYER_SECRET: z.string().min(32).optional(),
  FOYER_PUBLIC_URL: z.url().optional(),
  FOYER_SMTP_URL: z.string().min(1).optional(),
  FOYER_MAIL_FROM: z.string().min(3).default('no-reply@localhost'),
  FOYER_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  FOYER_SEARCHES_PER_MINUTE: z.coerce.number().int().min(1).default(300),
  FOYER_PROOF_BITS: z.coerce.number().int().min(0).max(24).default(15),
  FOYER_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  FOYER_PAYER_SANDBOX: z.url().optional(),
  FOYER_POOL: z.coerce.number().int().min(2).max(200).default(12),
})

/** Names of the variables that are read. */
export const variables: readonly string[] = Object.keys(environment.shape)

export interface Config {
  readonly port: number
  readonly host: string
  /** Null: the embedded PostgreSQL in `dataFolder` is used. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly demo: boolean
  readonly secret: string | null
  /** Where browsers reach this server; cookies are `Secure` when it is https. */
  readonly publicUrl: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly poolSize: number
  /** Server processes beside each other on one port. */
  readonly processes: number
  /** Made-up payers of the demo practice that run already; null: it starts its own. */
  readonly payerSandboxUrl: string | null
  /** Patient searches one session may make in a minute. */
  readonly searchesPerMinute: number
  /** How dear keeping a time is for a browser nobody knows: 2^bits hashes on average. */
  readonly proofBits: number
}

/** The one place that reads the environment. @throws Error that names each wrong variable, never its value. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, projectFolder: string): Config {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`the environment is not usable: ${wrong.join('; ')}`)
  }
  const it = parsed.data
  return {
    port: it.PORT,
    host: it.HOST,
    databaseUrl: it.DATABASE_URL ?? null,
    dataFolder: it.FOYER_DATA ? resolve(it.FOYER_DATA) : join(projectFolder, '.foyer'),
    demo: it.FOYER_DEMO === '1',
    secret: it.FOYER_SECRET ?? null,
    publicUrl: it.FOYER_PUBLIC_URL ?? null,
    smtpUrl: it.FOYER_SMTP_URL ?? null,
    mailFrom: it.FOYER_MAIL_FROM,
    logLevel: it.FOYER_LOG,
    poolSize: it.FOYER_POOL,
    processes: it.FOYER_PROCESSES,
    payerSandboxUrl: it.FOYER_PAYER_SANDBOX?.replace(/\/$/, '') ?? null,
    searchesPerMinute: it.FOYER_SEARCHES_PER_MINUTE,
    proofBits: it.FOYER_PROOF_BITS,
  }
}
