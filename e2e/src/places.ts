import type { Page } from 'playwright-core'

export interface Place {
  readonly name: string
  /** Ids in braces are filled in when the story runs. */
  readonly address: string
  /** What is opened on it with the keyboard or a press. */
  readonly open?: (page: Page) => Promise<void>
  readonly isReady: (page: Page) => Promise<unknown>
}

const dialog = (page: Page) => page.getByRole('dialog').waitFor()
const press = (page: Page, index: number) => page.getByRole('main').getByRole('button').nth(index).click()
/** A panel of the page, by its title. */
const part = (page: Page, name: RegExp) => page.getByRole('heading', { level: 2, name }).waitFor()
const sign = (page: Page) => page.getByRole('button', { name: /^(Sign|Firmar)( again| de nuevo)?: / }).first()
/** Opens what stands on the row of a table of the set-up. */
const change = (row: RegExp) => (page: Page) => page.getByRole('row', { name: row }).getByRole('button').first().click()
export const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().waitFor()
const cards = (page: Page) => page.locator('[data-visit]').first().waitFor()
/** The three shapes of Today, in their order; the one chosen last is remembered. */
const shape = (index: number) => async (page: Page) => {
  await page.getByRole('radiogroup').getByRole('radio').nth(index).click()
}

/** Every page of the desk and what is opened on it. Ids that it names are filled in by who walks them. */
export const places: readonly Place[] = [
  { name: 'Today, board', address: '/', isReady: cards },
  { name: 'Today, a visit open', address: '/?site={site}&appointmentId={visit}', isReady: cards },
  { name: 'Today, by time', address: '/', open: shape(1), isReady: heading },
  { name: 'Today, rooms', address: '/', open: shape(2), isReady: heading },
  {
    name: 'Calendar',
    address: '/calendar?site={site}',
    isReady: (page) => page.locator('main [role=group] button').first().waitFor(),
  },
  {
    name: 'Calendar, week',
    address: '/calendar?site={site}&view=week',
    isReady: (page) => page.locator('main [role=group] button').first().waitFor(),
  },
  {
    name: 'Calendar, month',
    address: '/calendar?site={site}&view=month',
    isReady: (page) => page.locator('main table [data-date]', { hasText: '%' }).nth(20).waitFor(),
  },
  {
    name: 'Calendar, list',
    address: '/calendar?site={site}&view=list',
    isReady: (page) => page.locator('main table [data-visit]').first().waitFor(),
  },
  {
    name: 'Calendar, openings',
    address: '/calendar?site={site}&find=1&patientId={patient}&visitTypeId={visitType}',
    isReady: (page) => page.locator('ol[aria-label] button').first().waitFor(),
  },
  {
    name: 'Calendar, every column of every site',
    address: '/calendar?site={site}&sites=all&columns=site,practitioner,room,device,interpreter',
    isReady: (page) => page.locator('main [role=group] button').first().waitFor(),
  },
  {
    name: 'Calendar, a visit open',
    address: '/calendar?site={site}',
    open: (page) => page.locator('main [data-visit]').first().click(),
    isReady: (page) => page.getByRole('dialog').getByRole('heading').first().waitFor(),
  },
  {
    name: 'Calendar, a visit in the hand',
    address: '/calendar?site={site}',
    open: async (page) => {
      const booked = page.locator('main li:has([data-resize]) [data-visit]').first()
      await booked.focus()
      await page.keyboard.press('m')
      await page.keyboard.press('ArrowDown')
    },
    isReady: (page) => page.locator('[data-lifted]').first().waitFor(),
  },
  { name: 'Print', address: '/print', isReady: heading },
  {
    name: 'Print, from the calendar',
    address: '/calendar?site={site}',
    open: (page) => page.getByRole('button', { name: /^(Print|Imprimir)/ }).click(),
    isReady: (page) => page.getByRole('dialog').waitFor(),
  },
  { name: 'Feeds', address: '/feeds', isReady: (page) => page.getByRole('table').first().waitFor() },
  { name: 'Feeds, a new one', address: '/feeds', open: (page) => press(page, 0), isReady: dialog },
  { name: 'Reports', address: '/reports', isReady: (page) => page.getByRole('table').first().waitFor() },
  {
    name: 'Reports, other dates',
    address: '/reports',
    open: async (page) => {
      await page.getByRole('table').first().waitFor()
      await page.getByRole('radiogroup').first().getByRole('radio').last().click()
    },
    isReady: (page) => page.getByRole('main').getByRole('spinbutton').nth(5).waitFor(),
  },
  { name: 'Patients', address: '/patients', isReady: heading },
  {
    name: 'Patients, found',
    address: '/patients',
    open: (page) => page.getByRole('main').getByRole('searchbox').fill('ng'),
    isReady: (page) => page.getByRole('main').getByText(/Nguy/).first().waitFor(),
  },
  { name: 'New patient', address: '/patients/new', isReady: heading },
  {
    name: 'Duplicates',
    address: '/patients/duplicates',
    isReady: (page) => page.getByRole('main').getByRole('radiogroup').first().waitFor(),
  },
  { name: 'New patient, unknown', address: '/patients/new#urgent', isReady: dialog },
  { name: 'Bring people in', address: '/patients/import', isReady: heading },
  { name: 'Proposed changes', address: '/patients/proposals', isReady: heading },
  { name: 'Patient', address: '/patients/{patient}', isReady: heading },
  {
    name: 'Patient, documents',
    address: '/patients/{patient}#documents',
    isReady: (page) => page.locator('main [role=tabpanel] [role=status]').first().waitFor({ state: 'attached' }),
  },
  {
    name: 'Patient, taking a picture',
    address: '/patients/{patient}#documents',
    open: (page) => page.getByRole('button', { name: /^Camera|^Cámara/ }).click(),
    isReady: dialog,
  },
  {
    name: 'New patient, reading a licence',
    address: '/patients/new',
    open: (page) => page.getByRole('button', { name: /^Read a licence|^Leer una licencia/ }).click(),
    isReady: dialog,
  },
  {
    name: 'Patient, people',
    address: '/patients/{patient}#people',
    isReady: (page) => page.getByRole('heading', { name: /^(Household|Hogar)$/ }).waitFor(),
  },
  {
    name: 'Patient, who is asking',
    address: '/patients/{patient}',
    open: (page) =>
      page
        .getByRole('main')
        .getByRole('button', { name: /^(Who is asking|¿Quién pregunta)/ })
        .click(),
    isReady: dialog,
  },
  {
    name: 'Patient, how to be reached',
    address: '/patients/{patient}#people',
    open: (page) =>
      page
        .getByRole('main')
        .getByRole('button', { name: /^(Set how to reach|Definir cómo)/ })
        .click(),
    isReady: dialog,
  },
  { name: 'Check-in', address: '/check-in/{visit}', isReady: heading },
  {
    name: 'Patient, details',
    address: '/patients/{patient}#details',
    isReady: (page) => part(page, /^Reach|^Contacto/),
  },
  ...[
    /^Change the name$|^Cambiar el nombre$/,
    /^Change phones|^Cambiar teléfonos/,
    /^They moved$|^Se mudó$/,
    /^Change languages|^Cambiar idiomas/,
    /^Change the background|^Cambiar los datos/,
  ].map((name) => ({
    name: `Patient, details: ${name.source.slice(1).split(/[$|]/)[0]}`,
    address: '/patients/{patient}#details',
    open: (page: Page) => page.getByRole('button', { name }).click(),
    isReady: dialog,
  })),
  { name: 'Patient, consents', address: '/patients/{patient}#consents', isReady: (page) => sign(page).waitFor() },
  {
    name: 'Patient, a text to sign',
    address: '/patients/{patient}#consents',
    open: (page) => sign(page).click(),
    isReady: dialog,
  },
  { name: 'Practice, a text', address: '/practice#texts', open: change(/privac/i), isReady: dialog },
  { name: 'Repair', address: '/repair', isReady: heading },
  { name: 'Repair, a plan', address: '/repair/{repair}', isReady: (page) => page.getByRole('row').first().waitFor() },
  ...[1, 2].map((index) => ({
    name: `Repair, part ${index + 1}`,
    address: '/repair/{repair}',
    open: (page: Page) => page.getByRole('tab').nth(index).click(),
    isReady: (page: Page) => page.getByRole('tabpanel').first().waitFor(),
  })),
  { name: 'Booked online', address: '/online', isReady: heading },
  { name: 'Outbox', address: '/outbox', isReady: heading },
  {
    name: 'Practice, an exception of the registration',
    address: '/practice#registration',
    open: (page) =>
      page
        .getByRole('row', { name: /phone|teléfono/ })
        .first()
        .getByRole('button')
        .last()
        .click(),
    isReady: dialog,
  },
  ...[
    'sites',
    'resources',
    'visit-types',
    'chains',
    'staff',
    'closed',
    'holidays',
    'payers',
    'texts',
    'registration',
  ].map((part) => ({
    name: `Practice, ${part}`,
    address: `/practice#${part}`,
    isReady: (page: Page) => page.getByRole('tabpanel').first().waitFor(),
  })),
  { name: 'Practice, a visit type', address: '/practice#visit-types', open: change(/Infusi[oó]n/), isReady: dialog },
  { name: 'Practice, a chain', address: '/practice#chains', open: change(/MRI/), isReady: dialog },
  { name: 'Practice, a holiday', address: '/practice#holidays', open: change(/Riverside Dayton/), isReady: dialog },
  {
    name: 'Practice, holidays from a list',
    address: '/practice#holidays',
    open: async (page) => {
      await page.getByRole('tabpanel').getByRole('table').waitFor()
      await page.getByRole('tabpanel').getByRole('button').first().click()
    },
    isReady: dialog,
  },
  { name: 'Practice, a payer', address: '/practice#payers', open: change(/Aetna/), isReady: dialog },
  { name: 'Practice, a site', address: '/practice#sites', open: change(/Dayton/), isReady: dialog },
  {
    name: 'Weekly hours',
    address: '/practice/hours/{resource}',
    isReady: (page) => page.getByRole('application').waitFor(),
  },
  {
    name: 'Weekly hours, one of them open',
    address: '/practice/hours/{resource}',
    open: async (page) => {
      await page.getByRole('application').focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    },
    isReady: (page) => page.getByRole('region', { name: /What is chosen|Lo elegido/ }).waitFor(),
  },
  { name: 'Book online', address: '/book/riverside', isReady: heading },
  { name: 'An answer that is not there', address: '/answer#nothing-of-the-kind', isReady: heading },
  { name: 'Privacy', address: '/privacy', isReady: heading },
  {
    name: 'Patient, who may open it',
    address: '/patients/{patient}',
    open: (page) =>
      page
        .getByRole('main')
        .getByRole('button', { name: /^(Restrict|Restringir|Change the|Cambiar la)/ })
        .click(),
    isReady: dialog,
  },
  {
    name: 'Patient, who looked and what was changed',
    address: '/patients/{patient}#history',
    open: async (page) => {
      for (const title of [/Who looked|Quién miró/, /What was changed|Qué se cambió/])
        await page
          .locator('section', { has: page.getByRole('heading', { name: title }) })
          .getByRole('button')
          .click()
    },
    isReady: (page) => page.locator('main li time').first().waitFor(),
  },
  {
    name: 'Patient, a copy of the record',
    address: '/patients/{patient}#history',
    open: (page) =>
      page
        .getByRole('main')
        .getByRole('button', { name: /^(Give a copy|Dar una copia)/ })
        .click(),
    isReady: dialog,
  },
  { name: 'Audit', address: '/audit', isReady: (page) => page.getByRole('row').nth(1).waitFor() },
  { name: 'Account', address: '/sessions', isReady: heading },
  {
    name: 'Search',
    address: '/patients',
    open: async (page) => {
      await heading(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').fill('ngu')
    },
    isReady: (page) => page.getByRole('option', { name: /Nguy/ }).first().waitFor(),
  },
  {
    name: 'Shortcuts',
    address: '/patients',
    open: async (page) => {
      await heading(page)
      await page.getByRole('heading', { level: 1 }).first().click()
      await page.keyboard.press('?')
    },
    isReady: (page) => page.getByRole('dialog').waitFor(),
  },
]
