import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { smtpMailer } from '../adapters/mail/smtp.ts'
import { openPayerExchange } from '../adapters/payers/exchange.ts'
import { highsSolver } from '../adapters/solver/highs.ts'
import { type App, buildApp } from '../app.ts'
import { isEmpty } from '../features/import/index.ts'
import { demoStaff } from '../features/session/index.ts'
import { buildPages } from './build-pages.ts'
import { type CommandIo, UsageError } from './command.ts'
import { type Installation, openInstallation, projectFolder } from './installation.ts'
import { startDemoPayers } from './demo-payers.ts'
import { demoPassword } from './demo-password.ts'
import { stopAsked } from './stop-asked.ts'
import { watchDatabase } from './watch-database.ts'
import { isWorker, leaveStarter, startWorkers, tellStarter } from './workers.ts'

async function seedWhenEmpty(installation: Installation, io: CommandIo): Promise<void> {
  if (!installation.config.demo) return
  const all = installation.organizations.all()
  // A start that was ended while it filled the practice left it empty.
  const unfilled = all.length === 1 && all[0]?.demo && (await isEmpty(all[0].db))
  if (all.length > 0 && !unfilled) return
  io.note('Making the demo practice Riverside Family Health …')
  const started = performance.now()
  const { seedDemo } = await import('./seed-demo.ts')
  await seedDemo(installation)
  io.note(
    `The demo practice is there (${((performance.now() - started) / 1000).toFixed(1)} s). All its people are invented.`,
  )
}

async function listen(app: App, installation: Installation): Promise<string> {
  const { host, port } = installation.config
  try {
    return await app.http.listen({ host, port })
  } catch (error) {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (inUse) throw new UsageError(`port ${port} is taken: choose another with PORT=…`)
    throw error
  }
}

async function whoCanSignIn(installation: Installation): Promise<readonly string[]> {
  const demo = installation.organizations.all().find((organization) => organization.demo)
  if (!demo) return installation.organizations.all().length === 0 ? ['Open the page to set up your practice.'] : []
  const staff = await demoStaff(demo.db)
  return [
    `Sign in with the password ${demoPassword} as`,
    ...staff.map((one) => `  ${one.email.padEnd(34)} ${one.name}, ${one.role}`),
  ]
}

export async function start(_: readonly string[], io: CommandIo): Promise<number> {
  const stopping = stopAsked()
  const level = process.env['FOYER_LOG'] ?? 'info'
  const log = pino({ level, base: null }, pino.destination({ dest: 2, sync: false }))
  const [installation, builtPages] = await Promise.all([
    openInstallation({ onEvent: (event, detail) => log.debug(detail, event) }),
    isWorker ? false : buildPages(projectFolder),
  ])
  if (builtPages) io.note('The pages are built.')
  try {
    if (isWorker) await serve(installation, log, stopping)
    else {
      await seedWhenEmpty(installation, io)
      const { processes } = installation.config
      const payers = await startDemoPayers(installation, io)
      try {
        await (processes > 1 ? serveTogether(installation, log, io, stopping) : serve(installation, log, stopping, io))
      } finally {
        await payers.stop()
      }
    }
  } finally {
    await installation.close()
    if (isWorker) leaveStarter()
  }
  return 0
}

/** Answers until it is asked to stop. Without `io` it is one of several and tells who started it. */
async function serve(
  installation: Installation,
  log: Logger,
  stopping: Promise<void>,
  io: CommandIo | null = null,
): Promise<void> {
  const { config } = installation
  const app = await buildApp({
    pool: installation.pool,
    databaseUrl: installation.databaseUrl,
    migrations: installation.migrations,
    clock: installation.clock,
    secret: installation.secret,
    log,
    webFolder: join(projectFolder, 'web', 'dist'),
    publicUrl: config.publicUrl,
    exchange: openPayerExchange(() => installation.clock.now().toString()),
    solver: highsSolver(),
    mailer: config.smtpUrl === null ? null : smtpMailer({ url: config.smtpUrl, from: config.mailFrom }),
    searchesPerMinute: config.searchesPerMinute,
    proofBits: config.proofBits,
    demoPassword: config.demo ? demoPassword : null,
  })
  const stopWatching = isWorker ? () => {} : watchDatabase(installation, (event) => log.warn({}, event))
  try {
    const address = await listen(app, installation)
    if (io) await sayReady(installation, address, io)
    else tellStarter({ address })
    await stopping
    io?.note('Stopping: finishing what is under way …')
  } catch (error) {
    if (!io && error instanceof UsageError) tellStarter({ fault: error.message })
    throw error
  } finally {
    stopWatching()
    await app.stop()
  }
}

/** The database here, the server in several processes. */
async function serveTogether(
  installation: Installation,
  log: Logger,
  io: CommandIo,
  stopping: Promise<void>,
): Promise<void> {
  const stopWatching = watchDatabase(installation, (event) => log.warn({}, event))
  const workers = await startWorkers({
    count: installation.config.processes,
    env: { DATABASE_URL: installation.databaseUrl },
    onEvent: (event) => log.warn({}, event),
  })
  try {
    await sayReady(installation, workers.address, io)
    await stopping
    io.note('Stopping: finishing what is under way …')
  } finally {
    stopWatching()
    await workers.stop()
  }
}

async function sayReady(installation: Installation, address: string, io: CommandIo): Promise<void> {
  const { publicUrl } = installation.config
  io.out([`Foyer is ready at ${publicUrl ?? address}`, ...(await whoCanSignIn(installation))].join('\n'))
}
