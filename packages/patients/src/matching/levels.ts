/**
 * The fields two records are compared by and the levels at which each can agree, best first. Level 0 of every field is
 * `missing`: one of the two does not say, which proves nothing.
 */
export const levels = {
  given: ['missing', 'same', 'variant', 'slip', 'alike', 'initial', 'different'],
  family: ['missing', 'same', 'part', 'slip', 'alike', 'different'],
  birthDate: ['missing', 'same', 'day-month-swapped', 'slip', 'in-part', 'two-of-three', 'near', 'different'],
  sex: ['missing', 'same', 'different'],
  phone: ['missing', 'same', 'slip', 'different'],
  email: ['missing', 'same', 'slip', 'different'],
  street: ['missing', 'same', 'same-street', 'different'],
  city: ['missing', 'same', 'slip', 'different'],
  postalCode: ['missing', 'same', 'slip', 'different'],
  identifier: ['missing', 'same', 'slip', 'different'],
  suffix: ['missing', 'same', 'different'],
  order: ['missing', 'straight', 'swapped'],
  middle: ['missing', 'same', 'initial', 'different'],
  state: ['missing', 'same', 'different'],
} as const

export type Levels = typeof levels
export type Field = keyof Levels
export type LevelOf<F extends Field> = Levels[F][number]

export const fields = Object.keys(levels) as readonly Field[]

/** Where each field stands in a list of levels. */
export const fieldAt = Object.fromEntries(fields.map((field, at) => [field, at])) as Readonly<Record<Field, number>>
