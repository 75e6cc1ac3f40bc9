import { deskPlaces } from './desk.ts'
import { patientPlaces } from './patients.ts'
import type { Place } from './place.ts'
import { practicePlaces } from './practice.ts'

export type { Place } from './place.ts'

/** Every page of the desk and what is opened on it. Ids in braces are filled in by who walks them. */
export const places: readonly Place[] = [...deskPlaces, ...patientPlaces, ...practicePlaces]
