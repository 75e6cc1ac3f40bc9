import type { Page } from 'playwright-core'
import { dialog, heading, type Place } from './place.ts'

/** A panel of the page, by its title. */
const part = (page: Page, name: RegExp) => page.getByRole('heading', { level: 2, name }).waitFor()
const sign = (page: Page) => page.getByRole('button', { name: /^(Sign|Firmar)( again| de nuevo)?: / }).first()

/** Pages of people and their visits. */
export const patientPlaces: readonly Place[] = [
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
  {
    name: 'Bring people in, columns',
    address: '/patients/import/{columnsRun}',
    isReady: (page) => page.getByRole('main').getByRole('table').waitFor(),
  },
  {
    name: 'Bring people in, tried',
    address: '/patients/import/{triedRun}',
    isReady: (page) => page.getByRole('main').getByRole('meter').first().waitFor(),
  },
  { name: 'Proposed changes', address: '/patients/proposals', isReady: heading },
  { name: 'Copies to give', address: '/patients/copies', isReady: heading },
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
    name: 'Patient, adding to the household',
    address: '/patients/{patient}#people',
    open: (page) => page.getByRole('button', { name: /^(Add to the household|Agregar al hogar)$/ }).click(),
    isReady: dialog,
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
  {
    name: 'Patient, coverage',
    address: '/patients/{patient}#coverage',
    isReady: (page) => part(page, /payer says|dice el seguro/),
  },
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
        .getByRole('button', { name: /^(Note a request|Anotar una solicitud)/ })
        .click(),
    isReady: dialog,
  },
  {
    name: 'Patient, was the copy handed over',
    address: '/patients/{patient}#history',
    open: (page) =>
      page
        .getByRole('main')
        .getByRole('link', { name: /^(Download|Descargar)/ })
        .first()
        .click(),
    isReady: (page) =>
      page
        .getByRole('group', { name: /handed over|entregó/ })
        .getByRole('button')
        .first()
        .waitFor(),
  },
]
