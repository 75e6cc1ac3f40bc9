import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'
import { frameOf, presentDay, type ResourceRow } from './twin-day.ts'
import { presentFound, presentPage, type Row } from './twin-person.ts'
import { book, day, patientRead, patientSearch, resources } from './twin-statements.ts'

// The bare twin: what node:http and pg alone can do with the same data. Nobody is asked who they are, nothing is
// validated, recorded or told. It ends with SIGTERM.

interface Booking {
  readonly patientId: string
  readonly visitTypeId: string
  readonly siteId: string
  readonly start: string
  readonly assignments: readonly { readonly resourceId: string }[]
}

const VISIT_MS = 300_000

const TIMESTAMPTZ: number = pg.types.builtins.TIMESTAMPTZ
/** Times as the text in which the database sends them. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === TIMESTAMPTZ
      ? (text: string) => text
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

const pool = new pg.Pool({
  connectionString: process.env['TWIN_DATABASE'],
  max: 10,
  types,
  options: `-c timezone=UTC -c search_path=${process.env['TWIN_SCHEMA']},extensions,public`,
})
// At the end the database may stop before the last connection is closed.
pool.on('error', () => {})
const { rows: known } = await pool.query<ResourceRow>(resources)

async function readPatient(id: string): Promise<unknown> {
  const { rows } = await pool.query<Row>({ name: 'patient', text: patientRead, values: [id] })
  return rows[0] && presentPage(rows[0])
}

async function searchPatients(q: string): Promise<unknown> {
  const { rows } = await pool.query<Row>({ name: 'search', text: patientSearch, values: [`% ${q}%`] })
  return { patients: rows.map(presentFound), restricted: [] }
}

async function readDay(siteId: string, date: string): Promise<unknown> {
  const frame = frameOf(known, siteId, date)
  const { rows } = await pool.query<Row>({
    name: 'day',
    text: day,
    values: [siteId, frame.start, frame.end, frame.ids],
  })
  return presentDay(frame, siteId, date, rows)
}

async function bookVisit(wish: Booking): Promise<unknown> {
  const id = randomUUID()
  const end = new Date(Date.parse(wish.start) + VISIT_MS).toISOString()
  const resourceId = wish.assignments[0]?.resourceId
  const { patientId, visitTypeId, siteId, start } = wish
  const values = [id, patientId, visitTypeId, siteId, start, end, resourceId, randomUUID()]
  await pool.query({ name: 'book', text: book, values })
  return { id, start, end, version: 1 }
}

function bodyOf(request: IncomingMessage): Promise<Booking> {
  return new Promise((done) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      text += chunk
    })
    request.on('end', () => done(JSON.parse(text) as Booking))
  })
}

async function answerOf(request: IncomingMessage): Promise<unknown> {
  const url = request.url ?? ''
  if (request.method === 'POST') return bookVisit(await bodyOf(request))
  if (url.startsWith('/api/patients/')) return readPatient(url.slice(14))
  if (url.startsWith('/api/patients?')) return searchPatients(decodeURIComponent(url.slice(16)))
  return readDay(url.slice(11, 47), url.slice(53))
}

function send(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value)
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

const server = createServer((request, response) => {
  answerOf(request).then(
    (value) => send(response, 200, value),
    () => send(response, 500, {}),
  )
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`The twin is ready at http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
})
process.once('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => void pool.end())
})
