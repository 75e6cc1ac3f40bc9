import { patients, practice } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, personCalled, siteCalled, staff } from './src/demo-practice.ts'
import { closeBrowser, type Desk, openDesk, signInAs } from './src/pages.ts'

let rosa: Desk
let mateo: Desk

beforeAll(async () => {
  rosa = await openDesk()
  mateo = await openDesk()
  await signInAs(rosa, staff.rosa)
  await signInAs(mateo, staff.mateo)
})
afterAll(async () => {
  await rosa.close()
  await mateo.close()
  await closeBrowser()
})

interface OpeningShown {
  readonly key: string
  readonly when: string
  readonly who: string
}

/** Opens the finder for a person, says with whom, and reads what stands behind the keys 1 to 9. */
async function openFinder({ page }: Desk, address: string, clinician: string): Promise<OpeningShown[]> {
  await page.goto(address)
  await openingsOf({ page }).first().waitFor()
  await page.keyboard.press('f')
  await page.locator('input:focus').waitFor()
  await page.keyboard.type(clinician)
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await shownAt({ page })).filter(({ who }) => who.includes(clinician)).length)
    .toBeGreaterThan(3)
  await expect.poll(async () => (await shownAt({ page })).every(({ who }) => who.includes(clinician))).toBe(true)
  return shownAt({ page })
}

function openingsOf({ page }: Pick<Desk, 'page'>) {
  return page.locator('ol[aria-label] button[aria-keyshortcuts]')
}

/** Day, time and clinician of every opening, without the names of days and months: the two work in two languages. */
function shownAt(desk: Pick<Desk, 'page'>): Promise<OpeningShown[]> {
  return openingsOf(desk).evaluateAll((buttons) =>
    buttons.map((button, index) => ({
      key: String(index + 1),
      // The clock of the place: whoever works in another zone is told their own beside it.
      when: /\d+\s+\d+:\d\d/.exec((button.querySelector('b')?.textContent ?? '').replaceAll(/[^\d: ]/g, ''))?.[0] ?? '',
      who: button.lastElementChild?.firstElementChild?.textContent ?? '',
    })),
  )
}

/** Where an hour takes somebody on top too, whoever comes second is told the same: it was not asked to be on top. */
test.each([
  ['an hour that takes one', 'Singh'],
  ['an hour that takes somebody on top', 'Weiss'],
])('two people want %s: the first has it, the other is told and gets the next best three', async (_hour, clinician) => {
  const client = await clientOf(staff.rosa)
  const site = await siteCalled(client, 'Chicago')
  const { visitTypes } = (await client.call(practice.readPractice, {})).body
  const visitType = visitTypes.find(({ name }) => name === 'Blood pressure check')
  const first = await personCalled(client, 'linh nguyen')
  const second = await personCalled(client, 'devon price')
  const address = (patientId: string) =>
    `/calendar?site=${site.id}&find=1&visitTypeId=${visitType?.id}&patientId=${patientId}`

  const visitsAhead = async () =>
    (await client.call(patients.readPatient, { patientId: second.id })).body.upcoming.length
  const before = await visitsAhead()

  const seenByRosa = await openFinder(rosa, address(first.id), clinician)
  const seenByMateo = await openFinder(mateo, address(second.id), clinician)
  expect(seenByRosa[0]?.who).toMatch(/\p{L}{3}/u)
  const same = (one: OpeningShown, other: OpeningShown) => one.when === other.when && one.who === other.who
  const wantedByRosa = seenByRosa.find((one) => seenByMateo.some((other) => same(one, other)))
  const wantedByMateo = seenByMateo.find((one) => wantedByRosa && same(one, wantedByRosa))
  if (!wantedByRosa || !wantedByMateo) throw new Error('the two see no opening in common')

  await rosa.page.keyboard.press(wantedByRosa.key)
  await rosa.page.getByRole('timer').waitFor()
  await mateo.page.keyboard.press(wantedByMateo.key)

  const told = mateo.page.getByText(/just taken|acaba de/i)
  await told.first().waitFor()
  await mateo.page.getByText(/1 (to|a) 3/).waitFor()
  await expect.poll(() => mateo.page.getByRole('timer').count()).toBe(0)
  const offered = (await shownAt(mateo)).slice(0, 3)
  expect(offered).toHaveLength(3)
  expect(offered.some((one) => same(one, wantedByMateo))).toBe(false)

  await rosa.page.keyboard.press('Enter')
  await rosa.page.getByRole('heading', { name: /Booked: Linh Nguyen/ }).waitFor()

  await mateo.page.keyboard.press('2')
  await mateo.page.getByRole('timer').waitFor()
  await mateo.page.keyboard.press('Enter')
  await mateo.page.getByRole('heading', { name: /Devon Price/ }).waitFor()
  expect(await visitsAhead()).toBe(before + 1)
  expect([...rosa.errors, ...mateo.errors]).toEqual([])
})
