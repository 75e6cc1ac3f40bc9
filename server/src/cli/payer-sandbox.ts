import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type PayerSandboxOptions, sandboxSignIn, startPayerSandbox } from '../payer-sandbox/index.ts'
import { systemClock } from '../platform/clock.ts'
import { type CommandIo, UsageError } from './command.ts'
import { stopAsked } from './stop-asked.ts'

/** Runs a payer that is made up, until it is asked to stop. */
export async function payerSandbox(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4311' },
      'sftp-port': { type: 'string', default: '4312' },
      folder: { type: 'string' },
      'fail-share': { type: 'string', default: '0' },
      'batch-seconds': { type: 'string', default: '0' },
      'tls-key': { type: 'string' },
      'tls-cert': { type: 'string' },
      say: { type: 'boolean', default: false },
    },
  })
  const stopping = stopAsked()
  const sandbox = await started({
    port: numberOf('port', values.port, 65_535),
    sftpPort: numberOf('sftp-port', values['sftp-port'], 65_535),
    folder: values.folder,
    failShare: numberOf('fail-share', values['fail-share'], 1),
    batchMs: 1000 * numberOf('batch-seconds', values['batch-seconds'], 86_400),
    tls: await tlsOf(values['tls-key'], values['tls-cert']),
    clock: systemClock,
    say: (line) => {
      if (values.say) io.out(line)
    },
  })
  const { url, sftpUrl, sftpHostKey } = sandbox
  if (io.json) io.out(JSON.stringify({ url, sftpUrl, sftpHostKey }))
  else {
    io.note(`CAQH CORE at ${url}/core, REST at ${url}/rest, switch at ${url}/control`)
    io.note(`SFTP at ${sftpUrl} as ${sandboxSignIn.user} / ${sandboxSignIn.password}, host key ${sftpHostKey}`)
    io.note('Everybody it knows is invented. Ctrl-C ends it.')
  }
  await stopping
  await sandbox.stop()
  return 0
}

async function started(options: PayerSandboxOptions) {
  try {
    return await startPayerSandbox(options)
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (isTaken) throw new UsageError('a port is taken: choose others with --port and --sftp-port')
    throw error
  }
}

function numberOf(name: string, text: string, most: number): number {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  const isWhole = most > 1
  if (number >= 0 && number <= most && (!isWhole || Number.isInteger(number))) return number
  throw new UsageError(`--${name} is a ${isWhole ? 'whole ' : ''}number from 0 to ${most}`)
}

async function tlsOf(keyFile: string | undefined, certFile: string | undefined): Promise<PayerSandboxOptions['tls']> {
  if (keyFile === undefined && certFile === undefined) return null
  if (keyFile === undefined || certFile === undefined) throw new UsageError('--tls-key and --tls-cert belong together')
  const [key, cert] = await Promise.all([readFile(keyFile, 'utf8'), readFile(certFile, 'utf8')])
  return { key, cert }
}
