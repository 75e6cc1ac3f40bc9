import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** ISO 3166-1 alpha-2 code of the region a number without a country code belongs to. */
export type PhoneRegion = CountryCode

/**
 * E.164 (`+13125550134`) of a number written by a person, or null when it cannot be dialled. Only the length is
 * judged, not whether the number is assigned: practices keep old and fictional numbers too. Extensions are dropped.
 */
export function normalizePhone(text: string, region: PhoneRegion = 'US'): string | null {
  const phone = parsePhoneNumberFromString(text, region)
  return phone?.isPossible() ? phone.number : null
}

const FEWEST_DIGITS = 7

/** Whether enough was said that somebody could be called: a number too odd for E.164 counts, `555 01` does not. */
export function isPhoneReadable(text: string): boolean {
  return (normalizePhone(text) ?? text).replace(/\D/g, '').length >= FEWEST_DIGITS
}

/** `(312) 555-0134` for a number of +1, `+44 20 7946 0958` for any other; what cannot be read comes back unchanged. */
export function formatPhone(e164: string): string {
  const phone = parsePhoneNumberFromString(e164)
  if (!phone) return e164
  return phone.countryCallingCode === '1' ? phone.formatNational() : phone.formatInternational()
}

/** The last four digits, as asked for when a caller is identified. */
export function last4(e164: string): string {
  return e164.replace(/\D/g, '').slice(-4)
}
