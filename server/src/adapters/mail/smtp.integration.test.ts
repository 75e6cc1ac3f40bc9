import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import type { Mail } from '../../platform/ports/mailer.ts'
import { smtpMailer } from './smtp.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function mailServer(options: SMTPServerOptions = {}): Promise<{ url: string; received: string[]; to: string[] }> {
  const received: string[] = []
  const to: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString('utf8'))
        to.push(...session.envelope.rcptTo.map((one) => one.address))
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  closers.push(() => new Promise((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`, received, to }
}

const ics = ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:a', 'END:VEVENT', 'END:VCALENDAR', ''].join(
  '\r\n',
)
const mail: Mail = {
  to: 'nora@example.org',
  subject: 'Your visit: Tuesday, 8 December, 10:40',
  text: 'We will see you on Tuesday.',
  calendar: { text: ics, method: 'REQUEST' },
}
const from = 'desk@riverside.example.org'

test('the mail arrives with the calendar as a part that calendars understand and as a file', async () => {
  const server = await mailServer()
  await smtpMailer({ url: server.url, from }).send(mail)
  const [raw = ''] = server.received
  expect(server.to).toEqual(['nora@example.org'])
  expect(raw).toMatch(/^From: desk@riverside\.example\.org$/m)
  expect(raw).toMatch(/^Subject: Your visit: Tuesday, 8 December, 10:40$/m)
  expect(raw).toContain('We will see you on Tuesday.')
  expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST$/m)
  expect(raw).toMatch(/filename=visit\.ics/)
  const parts = raw.split(/^--/m).filter((part) => /^Content-Type: (text\/calendar|application\/ics)/m.test(part))
  const texts = parts.map((part) => {
    const body = part.slice(part.indexOf('\r\n\r\n') + 4)
    return /^Content-Transfer-Encoding: base64/m.test(part) ? Buffer.from(body, 'base64').toString('utf8') : body
  })
  expect(texts.map((text) => text.trim())).toEqual([ics.trim(), ics.trim()])
})

test('a mail without a visit has no calendar', async () => {
  const server = await mailServer()
  await smtpMailer({ url: server.url, from }).send({ ...mail, calendar: null })
  expect(server.received[0]).toContain('We will see you on Tuesday.')
  expect(server.received[0]).not.toContain('calendar')
})

test('one address is one address: a second one inside it gets nothing', async () => {
  const server = await mailServer()
  await smtpMailer({ url: server.url, from })
    .send({ ...mail, to: 'nora@example.org, eve@example.net' })
    .catch(() => {})
  expect(server.to).not.toContain('eve@example.net')
})

test('a mail server that refuses is an error with its code', async () => {
  const { url } = await mailServer({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no such mailbox'), { responseCode: 550 })),
  })
  await expect(smtpMailer({ url, from }).send(mail)).rejects.toMatchObject({ responseCode: 550 })
})

test('a mail server that is not there is an error', async () => {
  const { url } = await mailServer()
  for (const close of closers.splice(0)) await close()
  await expect(smtpMailer({ url, from }).send(mail)).rejects.toMatchObject({ code: expect.stringMatching(/^E/) })
})

/** Takes the connection, says what it is told to and nothing more. */
async function silentServer(greeting: string): Promise<string> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => {})
    if (greeting !== '') socket.write(greeting)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test.each(['', '220 ready\r\n'])('a mail server that hangs after saying %j is given up', async (greeting) => {
  const url = await silentServer(greeting)
  await expect(smtpMailer({ url, from, timeoutMs: 200 }).send(mail)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
})
