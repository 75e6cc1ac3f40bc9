import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPayerExchange } from '../adapters/payers/exchange.ts'
import type { Outgoing, PayerLine } from '../platform/ports/payer-exchange.ts'
import { type PayerSandbox, sandboxSignIn, startPayerSandbox } from './index.ts'
import { at, castMember, eligibilitiesIn, questionFor, subscriberOf } from './testing.ts'

const exchange = openPayerExchange(() => at)
const said: string[] = []

let sandbox: PayerSandbox
beforeAll(async () => {
  const clock = { now: () => at }
  sandbox = await startPayerSandbox({ port: 0, sftpPort: 0, clock, slowMs: 300, say: (line) => said.push(line) })
})
afterAll(() => sandbox.stop())

const lineOf = (kind: PayerLine['kind'], senderId = 'RIVERSIDE'): PayerLine => ({
  kind,
  address: kind === 'sftp' ? (sandbox.sftpUrl ?? '') : `${sandbox.url}/${kind === 'rest' ? 'rest' : 'core'}`,
  senderId,
  receiverId: 'SANDBOX',
  settings: kind === 'sftp' ? { hostKey: sandbox.sftpHostKey } : {},
  secret: { kind: 'password', ...sandboxSignIn },
})

let last = 0
function outgoing(text: string): Outgoing {
  const id = `5f1c8f6e-2b1f-4a55-9a44-${String(++last).padStart(12, '0')}`
  return { id, transaction: '270', guide: '005010X279A1', at, bytes: Buffer.from(text) }
}

const questionAbout = (...members: readonly string[]): string =>
  questionFor(...members.map((one) => ({ subscriber: subscriberOf(castMember(one)) })))

async function askedOf(kind: PayerLine['kind'], memberId: string, limitMs = 5000): Promise<string> {
  const answer = await exchange.ask(lineOf(kind), outgoing(questionAbout(memberId)), limitMs)
  if (!answer.ok) return `${answer.problem} ${answer.detail}`
  const text = Buffer.from(answer.payload).toString()
  return eligibilitiesIn(text)
    .map(({ patient, state, traces }) => `${patient.memberId} ${state.is} ${traces.join()}`)
    .join()
}

test.each(['core-mime', 'core-soap', 'rest'] as const)('%s: asked and answered in real time', async (kind) => {
  expect(await askedOf(kind, 'BL400100101')).toBe('BL400100101 active T-1')
  expect(await askedOf(kind, 'AE400100103')).toBe('AE400100103 inactive T-1')
})

test.each(['core-mime', 'core-soap', 'rest'] as const)('%s: what is no answer has its name', async (kind) => {
  expect(await askedOf(kind, 'SBX000401', 100)).toBe('too-slow 100 ms')
  expect(await askedOf(kind, 'SBX000401')).toBe('SBX000401 active T-1')
  expect(await askedOf(kind, 'SBX000402')).toMatch(/^down ECONNRESET/)
  expect(await askedOf(kind, 'SBX000403')).toBe('down HTTP 503')
  expect(await askedOf(kind, 'SBX000404')).toBe(`not-understood ${kind === 'rest' ? 'NO_INTERCHANGE' : 'NO_ENVELOPE'}`)
  expect(await askedOf(kind, 'SBX000407')).toMatch(/^refused-us/)
})

test('half an interchange and wrong numbers come as they are', async () => {
  for (const [memberId, wrong] of [
    ['SBX000405', /~IEA\*/],
    ['SBX000406', /~IEA\*1\*000000\d{3}~/],
  ] as const) {
    const answer = await exchange.ask(lineOf('core-mime'), outgoing(questionAbout(memberId)), 5000)
    expect(answer.ok && Buffer.from(answer.payload).toString()).not.toMatch(wrong)
  }
})

test.each(['core-mime', 'core-soap'] as const)(
  '%s: a batch is taken once, lies ready, and goes when it was received',
  async (kind) => {
    const line = lineOf(kind, `${kind}-BATCH`.toUpperCase())
    const batch = outgoing(questionAbout('BL400100101', 'SBX000407', 'SBX000309'))
    for (let times = 0; times < 2; times++) expect(await exchange.drop(line, batch, 5000)).toMatchObject({ ok: true })
    for (let times = 0; times < 2; times++) {
      const picked = await exchange.pickUp(line, 5000)
      if (!picked.ok) throw new Error(picked.detail)
      expect(picked.picked).toHaveLength(1)
      const text = Buffer.from(picked.picked[0]?.payload ?? []).toString()
      expect(eligibilitiesIn(text).map(({ state, traces }) => `${traces.join()} ${state.is}`)).toEqual([
        'T-1 active',
        'T-2 active',
        'T-3 unclear',
      ])
      if (times === 1)
        await exchange.taken(
          line,
          picked.picked.map(({ name }) => name),
          5000,
        )
    }
    expect(await exchange.pickUp(line, 5000)).toMatchObject({ ok: true, picked: [] })
    const own = { ...line, settings: { results: '271' } }
    expect(await exchange.pickUp({ ...own, senderId: 'SOMEBODY' }, 5000)).toMatchObject({ picked: [] })
  },
)

test('SFTP: a file that was dropped is acknowledged and answered', async () => {
  const line = lineOf('sftp')
  expect(await exchange.drop(line, outgoing(questionAbout('BL400100101', 'HA400100110')), 5000)).toMatchObject({
    ok: true,
  })
  const picked = await until(async () => {
    const found = await exchange.pickUp(line, 5000)
    return found.ok && found.picked.length === 2 ? found.picked : null
  })
  const [benefits = '', acknowledgement = ''] = picked
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ payload }) => Buffer.from(payload).toString())
  expect(eligibilitiesIn(benefits).map(({ patient }) => patient.memberId)).toEqual(['BL400100101', 'HA400100110'])
  expect(acknowledgement).toContain('AK9*A*2*2*2~')
})

test('who is switched down answers nobody until it is up again; another payer still does', async () => {
  const control = async (body?: object): Promise<unknown> => {
    const sent = body && { method: 'POST', body: JSON.stringify(body) }
    return (await fetch(`${sandbox.url}/control`, sent)).json()
  }
  expect(await control({ mode: 'down', payer: 'DEMO1' })).toMatchObject({ mode: 'up', payers: { DEMO1: 'down' } })
  expect(await askedOf('rest', 'BL400100101')).toMatch(/^down/)
  const elsewhere = questionFor({
    subscriber: subscriberOf(castMember('BL400100101')),
    payer: { name: 'HARBOR', id: 'DEMO6', idQualifier: 'PI' },
  })
  expect(await exchange.ask(lineOf('rest'), outgoing(elsewhere), 5000)).toMatchObject({ ok: true })
  await control({ mode: 'garbage' })
  expect(await askedOf('core-mime', 'BL400100101')).toBe('not-understood NO_ENVELOPE')
  expect(await control({ mode: 'sideways' })).toEqual({ modes: ['up', 'down', 'slow', 'garbage'] })
  await control({ mode: 'up' })
  expect(await control()).toMatchObject({ mode: 'up', payers: {} })
  expect(await askedOf('rest', 'BL400100101')).toMatch(/active/)
})

test('what is not right is acknowledged as such, what is no interchange is turned away', async () => {
  const wrong = outgoing(questionAbout('BL400100101').replace('EQ*30', 'EQ*NOPE'))
  const answer = await exchange.ask(lineOf('core-mime'), wrong, 5000)
  expect(answer.ok && Buffer.from(answer.payload).toString()).toMatch(/ST\*999.*IK5\*R/)
  expect(await exchange.ask(lineOf('core-soap'), outgoing('hello'), 5000)).toMatchObject({
    problem: 'refused-us',
    detail: 'CORE PayloadIllegal',
  })
  expect(await exchange.ask(lineOf('rest'), outgoing('hello'), 5000)).toMatchObject({ problem: 'refused-us' })
  const other = { ...outgoing('ISA'), transaction: '276' }
  expect(await exchange.ask(lineOf('core-mime'), other, 5000)).toMatchObject({ detail: 'CORE PayloadTypeNotSupported' })
})

test('a share of exchanges fails, by kinds, and as often as was said', async () => {
  const failing = await startPayerSandbox({ port: 0, clock: { now: () => at }, failShare: 0.5 })
  const line = { ...lineOf('rest'), address: `${failing.url}/rest` }
  const outcomes: string[] = []
  for (let times = 0; times < 6; times++) {
    const answer = await exchange.ask(line, outgoing(questionAbout('BL400100101')), 5000)
    outcomes.push(answer.ok ? 'ok' : answer.problem)
  }
  await failing.stop()
  expect(outcomes).toEqual(['ok', 'down', 'ok', 'down', 'ok', 'not-understood'])
})

test('what is said of exchanges names nobody', () => {
  expect(said.some((line) => line === `${at} core-mime real-time ppo`)).toBe(true)
  expect(said.join('\n')).not.toMatch(/nguyen|maria|BL4001/i)
})

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let times = 0; times < 50; times++) {
    const found = await look()
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not come')
}
