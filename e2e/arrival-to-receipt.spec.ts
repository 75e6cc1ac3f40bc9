import { arrival, patients, practice, payments } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, siteCalled, staff, visitOf } from './src/demo-practice.ts'
import type { HttpClient } from './src/http-client.ts'
import { closeBrowser, type Desk, openDesk, signInAs } from './src/pages.ts'

let desk: Desk
let client: HttpClient

beforeAll(async () => {
  desk = await openDesk()
  client = await clientOf(staff.rosa)
  await signInAs(desk, staff.rosa)
})
afterAll(async () => {
  await desk.close()
  await closeBrowser()
})

/** He brings a card of a payer that nobody here can ask over a line, so that somebody has to look at it. */
async function bringNewCard(patientId: string): Promise<void> {
  const { coverages } = (await client.call(patients.readPatient, { patientId })).body
  const [coverage] = coverages
  const { payers } = (await client.call(practice.readPractice, {})).body
  const payer = payers.find(({ name }) => name === 'Harbor Mutual')
  if (!coverage || !payer) throw new Error('a coverage, and a payer that is not asked, were expected')
  const { groupNumber, relationship, subscriberName, periodStart, periodEnd, order, copayCents } = coverage
  const fields = { payerId: payer.id, groupNumber, relationship, subscriberName, periodStart, periodEnd, order }
  const answer = await client.call(patients.changeCoverage, {
    ...fields,
    copayCents,
    patientId,
    coverageId: coverage.id,
    memberId: 'NEW-4471-20',
    version: coverage.version,
  })
  expect(answer.status).toBe(200)
}

test('what is missing is shown, coverage looked at, $25 collected of $40, and the receipt adds up', async () => {
  const { page } = desk
  const visit = await visitOf(client, await siteCalled(client, 'Chicago'), 'Brandt')
  const { appointmentId } = visit
  await bringNewCard(visit.patient.id)

  await page.goto(`/check-in/${appointmentId}`)
  await page.getByRole('heading', { level: 1, name: /Harold .*Brandt/ }).waitFor()
  const header = await page.getByRole('main').innerText()
  expect(header).toContain(visit.patient.mrn)
  expect(header).toMatch(/1944/)

  const coverage = page.getByRole('region', { name: 'Coverage' })
  await coverage.getByText('to do', { exact: true }).waitFor()
  await page.keyboard.press('v')
  await coverage.getByText('ready', { exact: true }).waitFor()
  await coverage.getByText(/by Rosa Delgado/).waitFor()

  const copay = page.getByRole('region', { name: 'Copay' })
  await copay.getByText('to do', { exact: true }).waitFor()
  await copay.getByText('Copay of $25.00 to collect.').waitFor()
  await page.keyboard.press('p')
  await expectFocus('input[type=radio]')
  const amount = copay.getByLabel(/^Amount/)
  await amount.fill('40')
  await page.keyboard.press('Enter')
  await copay.getByText(/Only \$25\.00 is due/).waitFor()
  expect((await client.call(arrival.readCheckIn, { appointmentId })).body.payments).toEqual([])

  await amount.fill('25')
  const tendered = copay.getByLabel(/^Cash handed over/)
  await tendered.fill('40')
  await page.keyboard.press('Tab')
  await copay.getByText('Give back $15.00').waitFor()
  await tendered.press('Enter')
  await copay.getByText('ready', { exact: true }).waitFor()
  await copay.getByText('The copay of $25.00 is paid.').waitFor()
  const link = copay.getByRole('link', { name: /receipt/i })
  await link.waitFor()
  expect(await copay.getByRole('listitem').innerText()).toMatch(/\$25\.00 by cash/)
  await expect.poll(() => amount.count()).toBe(0)

  const receipt = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(receipt.status()).toBe(200)
  expect(receipt.headers()['content-type']).toMatch(/^application\/pdf/)
  const pdf = await receipt.body()
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(pdf.subarray(-8).toString('latin1')).toContain('%%EOF')

  const { body } = await client.call(arrival.readCheckIn, { appointmentId })
  expect(body.copay).toMatchObject({ dueCents: 2500, paidCents: 2500 })
  expect(body.payments).toHaveLength(1)
  expect(body.payments[0]).toMatchObject({ amountCents: 2500, method: 'cash', collectedBy: 'Rosa Delgado' })

  const again = await client.call(payments.collectPayment, {
    appointmentId,
    amountCents: 100,
    method: 'card',
    cardLast4: '4242',
  })
  expect(again.refusal).toMatchObject({ reason: 'more-than-due', dueCents: 0 })
  expect((await client.call(arrival.readCheckIn, { appointmentId })).body.payments).toHaveLength(1)
  expect(desk.errors).toEqual([])
})

async function expectFocus(selector: string): Promise<void> {
  expect(await desk.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)).toBe(true)
}
