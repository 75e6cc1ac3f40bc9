import type { Benefit, Contradiction } from '../benefits/eligibility.ts'
import { valueWords } from './other-sentences.ts'
import { whereWords, withinWords } from './patient-words.ts'
import { type Language, listed, numberWord } from './words.ts'

type Of = Readonly<Record<Language, string>>

/**
 * What the patient is told where a plan contradicts itself: that it does, and that we ask; no amount of it as a fact. Null
 * where it cannot be said in their words.
 */
export function patientContradiction(against: Contradiction, benefit: Benefit, language: Language): string | null {
  const { about, kind, values, network, scope, isRemaining, isUsed, isToldApartInWords } = against
  const is = (en: string, es: string): string => (language === 'en' ? en : es)
  const where = whereWords({ network, places: benefit.places }, language)
  if (where === null) return null
  const ofPlan = against.serviceTypes.every((type) => type === '30')
  if (about === 'cover')
    return ofPlan
      ? is(
          `your plan says both that you are covered${where} and that you are not. We will ask your plan.`,
          `su plan dice que usted está cubierto${where} y también que no. Le preguntaremos a su plan.`,
        )
      : is(
          `your plan says both that it pays for this${where} and that it does not. We will ask your plan.`,
          `su plan dice que paga esto${where} y también que no. Le preguntaremos a su plan.`,
        )
  if (about === 'authorization')
    return is('we will ask if your plan must say yes first.', 'preguntaremos si su plan debe aprobarlo antes.')
  if (kind === 'limitation' && about !== 'limits')
    return is(
      `what your plan says is left${where} does not add up. We will ask your plan.`,
      `lo que su plan dice que queda${where} no cuadra. Le preguntaremos a su plan.`,
    )
  const part = isRemaining ? left : isUsed ? used : whole
  const what = (part[kind] ?? whole[kind])?.[language]
  if (what === undefined) return null
  const family = scope === 'family' ? is(' for your whole family', ' para toda su familia') : ''
  if (about === 'left-above-whole' || about === 'left-beside-used')
    return is(
      `the amounts for ${what}${family}${where} do not add up. We will ask your plan.`,
      `las cantidades de ${what}${family}${where} no cuadran. Le preguntaremos a su plan.`,
    )
  const named = values.map((value) => valueWords(value, language))
  const ask = isToldApartInWords
    ? is('We will ask when each one counts.', 'Preguntaremos cuándo vale cada una.')
    : is('We will ask which one is right.', 'Preguntaremos cuál es la correcta.')
  const count = numberWord(values.length, language)
  if (about === 'limits') {
    const each = withinWords(against.period ?? null, language)
    return is(
      `your plan gives ${count} limits${where}: ${listed(named, 'en')}${each}. ${ask}`,
      `su plan da ${count} límites${where}: ${listed(named, 'es')}${each}. ${ask.replace('cada una', 'cada uno').replace('la correcta', 'el correcto')}`,
    )
  }
  return is(
    `your plan gives ${count} amounts for ${what}${family}${where}: ${listed(named, 'en')}. ${ask}`,
    `su plan da ${count} cantidades de ${what}${family}${where}: ${listed(named, 'es')}. ${ask}`,
  )
}

const whole: Partial<Readonly<Record<Benefit['kind'], Of>>> = {
  limitation: { en: 'your limit', es: 'su límite' },
  copay: { en: 'your copay', es: 'su copago' },
  coinsurance: { en: 'your share of the bill', es: 'su parte de la cuenta' },
  deductible: { en: 'your deductible', es: 'su deducible' },
  'out-of-pocket': { en: 'the most you pay', es: 'lo más que paga' },
}

const left: Partial<Readonly<Record<Benefit['kind'], Of>>> = {
  deductible: { en: 'what is left of your deductible', es: 'lo que queda de su deducible' },
  'out-of-pocket': { en: 'what is left of the most you pay', es: 'lo que queda de lo más que paga' },
}

const used: Partial<Readonly<Record<Benefit['kind'], Of>>> = {
  deductible: { en: 'what you have paid of your deductible', es: 'lo que ya pagó de su deducible' },
  'out-of-pocket': { en: 'what you have paid this year', es: 'lo que ya pagó este año' },
}
