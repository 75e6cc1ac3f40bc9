import { expect, test } from 'vitest'
import { noBesides } from '../registration/besides/besides.ts'
import { saidIn } from './details-offers.ts'
import { kinOffer, type Related } from './kin-offer.ts'
import { detailText, kinRecordText, kinTypedText } from './offer-text.ts'
import { aRelated } from './testing.ts'

test('answers of the details in words of either language', () => {
  const said = saidIn({ ...noBesides, race: ['white', 'asian'], employer: ' Riverside Mill ' })
  expect(detailText('race', said, 'en')).toBe('White, Asian')
  expect(detailText('race', said, 'es')).toBe('Blanca, Asiática')
  expect(detailText('employer', said, 'en')).toBe('Riverside Mill')
  expect(detailText('accessibility', said, 'en')).toBe('')
  expect(detailText('birthSex', said, 'en')).toBe('')
})

test('whom to call as they would stand there, beside what stands there', () => {
  const besides = { ...noBesides, kinName: 'Linh Nguyen', kinRelationship: 'daughter', kinPhone: '3125550134' }
  const offer = (part: object, people: readonly Related[]) => {
    const found = kinOffer({ ...besides, ...part }, people, false)
    if (!found) throw new Error('nothing is offered')
    return found
  }
  expect(kinTypedText(offer({}, []), 'en')).toBe('Linh Nguyen, daughter, (312) 555-0134')
  expect(kinRecordText(offer({}, []), 'en')).toBe('')
  // Of one on record only the phone changes.
  const known = offer({}, [aRelated({ name: 'Linh Nguyen', relationship: 'sister', phone: '+13125550199' })])
  expect(kinTypedText(known, 'en')).toBe('Linh Nguyen, sister, (312) 555-0134')
  expect(kinRecordText(known, 'en')).toBe('Linh Nguyen, sister, (312) 555-0199')
  expect(kinTypedText(offer({ kinName: '', kinPhone: '555 01' }, []), 'en')).toBe('555 01')
})
