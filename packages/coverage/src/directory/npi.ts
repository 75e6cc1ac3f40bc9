/** What stands before an NPI when its check digit is worked out: 80 for health, 840 for the United States. */
const prefix = '80840'

/** Ten digits whose last checks the others: Luhn with the prefix 80840 (ISO/IEC 7812; 45 CFR 162.406). */
export function isNpi(text: string): boolean {
  return /^[12]\d{9}$/.test(text) && luhnSum(prefix + text) % 10 === 0
}

/** From the right every second digit counts twice, by the sum of its digits. */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
