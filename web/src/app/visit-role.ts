const known = ['clinician', 'room', 'device', 'interpreter'] as const

/** A role of a visit in words; those that a practice named itself are read as they were named. */
export function roleWord(say: (word: `role_${(typeof known)[number]}`) => string, role: string): string {
  const common = known.find((one) => one === role)
  return common ? say(`role_${common}`) : role.replaceAll('-', ' ')
}
