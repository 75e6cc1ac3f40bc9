import { posix } from 'node:path'
import type Client from 'ssh2-sftp-client'
import type {
  Exchanged,
  Lying,
  NotExchanged,
  Outgoing,
  Picked,
  PickedUp,
  PayerLine,
} from '../../platform/ports/payer-exchange.ts'
import { fileName } from './file-name.ts'
import { addressProblem, codeOf, type HopClock, hopClock, problem } from './post.ts'

/** A file is taken whole; larger ones are left for a person to look at. */
const mostFileBytes = 256 * 1024 * 1024

function settingOf({ settings }: PayerLine, name: string, otherwise: string): string {
  const value = settings[name]
  return typeof value === 'string' && value !== '' ? value : otherwise
}

interface Folders {
  readonly out: string
  readonly in: string
  readonly done: string
}

/** Folders below the one that the address names. */
function foldersOf(line: PayerLine): Folders {
  const root = decodeURIComponent(new URL(line.address).pathname) || '/'
  const at = (name: string, otherwise: string) => posix.join(root, settingOf(line, name, otherwise))
  return { out: at('out', 'inbound'), in: at('in', 'outbound'), done: at('done', 'outbound/done') }
}

function credentials({ secret }: PayerLine): Client.ConnectOptions {
  if (secret?.kind === 'password') return { username: secret.user, password: secret.password }
  if (secret?.kind === 'key') return { username: secret.user, privateKey: secret.privateKey }
  return {}
}

/** The key that the other side has to show, as `ssh-keygen -lf` prints it: `SHA256:…`. Without it nothing is said to it. */
function isKnownHost(line: PayerLine, fingerprint: string): boolean {
  const known = settingOf(line, 'hostKey', '')
  return known.replace(/^SHA256:/, '').replace(/=+$/, '') === fingerprint.replace(/=+$/, '')
}

async function connected<T extends { readonly ok: boolean }>(
  line: PayerLine,
  limitMs: number,
  work: (client: Client, folders: Folders, clock: HopClock, endWatch: () => void) => Promise<T>,
): Promise<T | NotExchanged> {
  const clock = hopClock()
  const wrong = addressProblem(line.address)
  if (wrong !== null) return problem(clock, 'refused-us', wrong)
  const url = new URL(line.address)
  // Large, and of use only to who has a payer that takes files.
  const { default: Sftp } = await import('ssh2-sftp-client')
  const client = new Sftp()
  let hasWrongKey = false
  client.on('error', () => {})
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<NotExchanged>((settle) => {
    timer = setTimeout(() => settle(problem(clock, 'too-slow', `${limitMs} ms`)), limitMs)
  })
  async function run(): Promise<T | NotExchanged> {
    try {
      await client.connect({
        host: url.hostname,
        port: Number(url.port || 22),
        readyTimeout: limitMs,
        retries: 0,
        hostHash: 'sha256',
        hostVerifier: (hash: string) => {
          const isKnown = isKnownHost(line, Buffer.from(hash, 'hex').toString('base64'))
          hasWrongKey ||= !isKnown
          return isKnown
        },
        ...credentials(line),
      })
      clock.next('send')
      return await work(client, foldersOf(line), clock, () => clearTimeout(timer))
    } catch (error) {
      if (hasWrongKey) return problem(clock, 'refused-us', 'HOST_KEY')
      const isRefused = error instanceof Error && /authentication/i.test(error.message)
      return isRefused ? problem(clock, 'refused-us', 'AUTHENTICATION') : problem(clock, 'down', codeOf(error))
    }
  }
  try {
    return await Promise.race([run(), late])
  } finally {
    clearTimeout(timer)
    void client.end().catch(() => {})
  }
}

/** Under a name that nobody picks up until all of it is there. */
export function dropFile(line: PayerLine, outgoing: Outgoing, limitMs: number): Promise<Exchanged | NotExchanged> {
  return connected(line, limitMs, async (client, { out }, clock) => {
    const name = fileName(
      settingOf(line, 'fileName', '{sender}.{transaction}.{date}{time}.{id}.x12'),
      outgoing,
      line.senderId,
    )
    const whole = posix.join(out, name)
    await client.mkdir(out, true)
    // The same batch again, after an answer that was lost, makes no second file.
    if ((await client.exists(whole)) === false) {
      await client.put(Buffer.from(outgoing.bytes), `${whole}.part`)
      await client.rename(`${whole}.part`, whole)
    }
    clock.ended('ok')
    return { ok: true, payload: new Uint8Array(), hops: clock.hops }
  })
}

type Read = { readonly is: 'read'; readonly payload: Buffer } | { readonly is: 'late' | 'unreadable' }

/** One file, in its own time. @throws what ends the connection */
async function readWithin(client: Client, path: string, limitMs: number): Promise<Read> {
  const stream = client.createReadStream(path)
  // Closing it may fail after all of it was read, where the connection ends first.
  stream.on('error', () => {})
  async function whole(): Promise<Read> {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of stream) chunks.push(chunk as Buffer)
    } catch (error) {
      // SFTP answers in numbers (draft 3, section 7): it is gone, or not for us to read. Everything else is the connection.
      if (error instanceof Error && 'code' in error && typeof error.code === 'number') return { is: 'unreadable' }
      throw error
    }
    return { is: 'read', payload: Buffer.concat(chunks) }
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Read>((settle) => {
    timer = setTimeout(() => settle({ is: 'late' }), limitMs)
  })
  const reading = whole()
  // Whatever comes of it after its time is nobody's.
  reading.catch(() => {})
  try {
    const read = await Promise.race([reading, late])
    if (read.is === 'late') stream.destroy()
    return read
  } finally {
    clearTimeout(timer)
  }
}

/** The oldest first; one that is large or slow keeps nothing that lies behind it. */
export function pickUpFiles(
  line: PayerLine,
  limitMs: number,
  isNew: (mark: string) => boolean,
): Promise<PickedUp | NotExchanged> {
  return connected(line, limitMs, async (client, folders, clock, endWatch) => {
    if ((await client.exists(folders.in)) === false) {
      clock.ended('ok')
      return { ok: true, picked: [], unread: [], lying: 0, hops: clock.hops }
    }
    const isWanted = new RegExp(settingOf(line, 'pick', '.'), 'i')
    const files = (await client.list(folders.in))
      .filter(
        ({ type, name, size }) =>
          type === '-' && size <= mostFileBytes && !/\.(part|tmp)$/i.test(name) && isWanted.test(name),
      )
      .toSorted((a, b) => a.modifyTime - b.modifyTime)
      .map(({ name, size, modifyTime }) => ({ name, mark: `${name} ${size} ${modifyTime}` }))
    endWatch()
    clock.next('receive')
    const picked: Picked[] = []
    const unread: Lying[] = []
    for (const file of files.filter(({ mark }) => isNew(mark))) {
      try {
        const read = await readWithin(client, posix.join(folders.in, file.name), limitMs)
        if (read.is === 'read') picked.push({ ...file, payload: read.payload })
        else unread.push(file)
      } catch (error) {
        // What was read before the connection broke is kept; the others lie there still.
        if (picked.length === 0) throw error
        break
      }
    }
    clock.ended('ok')
    return { ok: true, picked, unread, lying: files.length, hops: clock.hops }
  })
}

/** A partner that calls every file the same loses none of them: `daily.271`, `daily.271.2` … */
function freeName(name: string, there: ReadonlySet<string>): string {
  let [free, count] = [name, 1]
  while (there.has(free)) {
    count += 1
    free = `${name}.${count}`
  }
  return free
}

/** What was stored goes to a folder beside: a partner may still look what was taken. */
export function fileAway(
  line: PayerLine,
  names: readonly string[],
  limitMs: number,
): Promise<Exchanged | NotExchanged> {
  return connected(line, limitMs, async (client, folders, clock) => {
    await client.mkdir(folders.done, true)
    const there = new Set((await client.list(folders.done)).map(({ name }) => name))
    for (const name of names.map((one) => posix.basename(one))) {
      const from = posix.join(folders.in, name)
      if ((await client.exists(from)) === false) continue
      const free = freeName(name, there)
      await client.rename(from, posix.join(folders.done, free))
      there.add(free)
    }
    clock.ended('ok')
    return { ok: true, payload: new Uint8Array(), hops: clock.hops }
  })
}
