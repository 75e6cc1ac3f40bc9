import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Outgoing, PayerLine } from '../../platform/ports/payer-exchange.ts'
import { readMime, writeMime } from './core-mime.ts'
import { readSoap, writeSoap } from './core-soap.ts'
import { openPayerExchange } from './exchange.ts'

/** Signs that both envelopes have to carry unharmed. */
const asked = 'ISA*00*~ST*270*0001~NM1*IL*1*O<&">MALLEY*ÑANDÚ~\n'
const answered = 'ISA*00*~ST*271*0001~MSG*5 < 6 & "so"]]>~\r\n--not a boundary\r\n'
const outgoing: Outgoing = {
  id: '5f1c8f6e-2b1f-4a55-9a44-6d7f2f6a0001',
  transaction: '270',
  guide: '005010X279A1',
  at: '2026-11-23T15:00:00Z',
  bytes: Buffer.from(asked),
}
const exchange = openPayerExchange(() => '2026-11-23T15:00:00Z')

let server: Server | undefined
/** What a payer found wrong with what it heard. */
let failed: unknown
afterEach(() => {
  expect(failed).toBeUndefined()
  server?.closeAllConnections()
  server?.close()
})

type Heard = { readonly request: IncomingMessage; readonly body: Buffer }

async function payer(answer: (heard: Heard, response: ServerResponse) => void): Promise<string> {
  server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      try {
        answer({ request, body: Buffer.concat(pieces) }, response)
      } catch (error) {
        failed = error
        response.destroy()
      }
    })
  })
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/core`
}

const line = (kind: PayerLine['kind'], address: string): PayerLine => ({
  kind,
  address,
  senderId: 'RIVERSIDE',
  receiverId: 'PRAIRIE',
  settings: {},
  secret: { kind: 'password', user: 'desk', password: 'p<&"w' },
})

const responseFields = { PayloadType: 'X12_271_Response_005010X279A1', ErrorCode: 'Success', ErrorMessage: '' }

test('MIME: what the payer reads is what was asked, and its answer comes back byte for byte', async () => {
  const address = await payer(({ request, body }, response) => {
    const message = readMime(request.headers['content-type'], body)
    expect(message?.fields).toEqual({
      PayloadType: 'X12_270_Request_005010X279A1',
      ProcessingMode: 'RealTime',
      PayloadID: outgoing.id,
      TimeStamp: outgoing.at,
      SenderID: 'RIVERSIDE',
      ReceiverID: 'PRAIRIE',
      CORERuleVersion: '2.2.0',
      UserName: 'desk',
      Password: 'p<&"w',
    })
    expect(Buffer.from(message?.payload ?? []).toString()).toBe(asked)
    const { type, body: sent } = writeMime(responseFields, Buffer.from(answered))
    response.setHeader('content-type', type).end(sent)
  })
  const answer = await exchange.ask(line('core-mime', address), outgoing, 5000)
  expect(answer.ok && Buffer.from(answer.payload).toString()).toBe(answered)
  expect(answer.hops.map(({ hop, outcome }) => `${hop} ${outcome}`)).toEqual([
    'connect ok',
    'send ok',
    'wait ok',
    'receive ok',
  ])
})

test('SOAP: what the payer reads is what was asked, and its answer comes back', async () => {
  const address = await payer(({ request, body }, response) => {
    expect(request.headers['content-type']).toContain('action="RealTimeTransaction"')
    const text = body.toString()
    expect(text).toContain('<wsse:Username>desk</wsse:Username>')
    const message = readSoap(text)
    expect(message && 'payload' in message && Buffer.from(message.payload).toString()).toBe(asked)
    response
      .setHeader('content-type', 'application/soap+xml')
      .end(writeSoap('RealTimeResponse', responseFields, Buffer.from(answered)))
  })
  const answer = await exchange.ask(line('core-soap', address), outgoing, 5000)
  expect(answer.ok && Buffer.from(answer.payload).toString()).toBe(answered)
})

test('a message as the rule prints it is read: unquoted names, prefixes of the partner’s own, CDATA', () => {
  const mime =
    '--XbCY\r\nContent-Disposition: form-data; name=PayloadID\r\n\r\nf81d\r\n--XbCY\r\nContent-Disposition: form-data; name="Payload"\r\n\r\nISA*00~\r\n--XbCY--'
  const read = readMime('multipart/form-data; boundary=XbCY', Buffer.from(mime))
  expect(read?.fields).toEqual({ PayloadID: 'f81d' })
  expect(Buffer.from(read?.payload ?? []).toString()).toBe('ISA*00~')
  const soap = `<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Header/><e:Body><ns1:COREEnvelopeRealTimeResponse xmlns:ns1="x"><ErrorCode>Success</ErrorCode><Payload><![CDATA[ISA*00*<&~]]></Payload></ns1:COREEnvelopeRealTimeResponse></e:Body></e:Envelope>`
  const message = readSoap(soap)
  expect(message && 'payload' in message && Buffer.from(message.payload).toString()).toBe('ISA*00*<&~')
})

test.each([
  ['core-mime', 'UnAuthorized', 'refused-us'],
  ['core-soap', 'PayloadTypeNotSupported', 'refused-us'],
  ['core-mime', 'Receiver', 'down'],
  ['core-soap', 'a sentence about Mrs Doe', 'refused-us'],
] as const)('%s: the error code %s', async (kind, code, expected) => {
  const address = await payer((_, response) => {
    const fields = { ...responseFields, ErrorCode: code }
    const { type, body } = writeMime(fields, Buffer.from(''))
    if (kind === 'core-mime') response.setHeader('content-type', type).end(body)
    else response.end(writeSoap('RealTimeResponse', fields, null))
  })
  const answer = await exchange.ask(line(kind, address), outgoing, 5000)
  expect(answer).toMatchObject({ ok: false, problem: expected })
  expect(JSON.stringify(answer)).not.toContain('Doe')
})

test('slow, gone, overloaded, nonsense: each has its name, and none throws', async () => {
  const problemOf = async (address: string, kind: PayerLine['kind'] = 'core-mime', limit = 5000) => {
    const answer = await exchange.ask(line(kind, address), outgoing, limit)
    return answer.ok ? 'ok' : `${answer.problem} ${answer.detail}`
  }
  expect(await problemOf('http://127.0.0.1:1/core')).toBe('down ECONNREFUSED')
  expect(await problemOf('http://payer.example/core')).toBe('refused-us NOT_ENCRYPTED')
  expect(await problemOf('nonsense')).toBe('refused-us BAD_ADDRESS')
  const slow = await payer(() => {})
  expect(await problemOf(slow, 'core-mime', 150)).toBe('too-slow 150 ms')
  server?.closeAllConnections()
  const down = await payer((_, response) => response.writeHead(503).end('<html>Sorry</html>'))
  expect(await problemOf(down)).toBe('down HTTP 503')
  expect(await problemOf(down, 'rest')).toBe('down HTTP 503')
  const page = await payer((_, response) => response.end('<html><body>Welcome</body></html>'))
  for (const kind of ['core-mime', 'core-soap'] as const)
    expect(await problemOf(page, kind)).toBe('not-understood NO_ENVELOPE')
  expect(await problemOf(page, 'rest')).toBe('not-understood NO_INTERCHANGE')
  const cut = await payer((_, response) => {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('ISA')
    response.socket?.destroy()
  })
  expect(await problemOf(cut)).toMatch(/^down /)
})

test('entities of a document’s own, and their bombs, are not followed', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><Envelope><Body><COREEnvelopeRealTimeResponse><ErrorCode>&f;</ErrorCode><Payload>&b;</Payload></COREEnvelopeRealTimeResponse></Body></Envelope>`
  const read = readSoap(bomb)
  const text = read && 'payload' in read ? `${JSON.stringify(read.fields)}${Buffer.from(read.payload).toString()}` : ''
  expect(text).not.toContain('root:')
  expect(text.length).toBeLessThan(200)
})

test('REST: fields by the names of the partner', async () => {
  const address = await payer(({ request, body }, response) => {
    expect(request.headers.authorization).toBe('Bearer t0ken')
    const content = JSON.parse(body.toString()) as Record<string, unknown>
    expect(content['edi']).toBe(asked)
    response.end(JSON.stringify({ result: answered }))
  })
  const own: PayerLine = {
    ...line('rest', address),
    settings: { requestField: 'edi', responseField: 'result' },
    secret: { kind: 'token', token: 't0ken' },
  }
  const answer = await exchange.ask(own, outgoing, 5000)
  expect(answer.ok && Buffer.from(answer.payload).toString()).toBe(answered)
})
