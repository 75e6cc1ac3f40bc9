import type { Segment } from '../segment.ts'
import { codeWords, dateWords, type Language, moneyWords } from './code-words.ts'

/** 277 and 277CA: what each STC says of the claim, the service or the file that stands above it. */
export function explainClaimStatus(language: Language): (segment: Segment) => string | null {
  const isEnglish = language === 'en'
  return (segment) => {
    if (segment.tag !== 'STC') return null
    const states = [1, 10, 11]
      .filter((element) => segment.part(element, 1) !== '')
      .map((element) => {
        const category = codeWords('category', segment.part(element, 1), language)
        const status = codeWords('status', segment.part(element, 2), language)
        return `${category}: ${status}`
      })
    const [date, charged, paid] = [segment.text(2), segment.text(4), segment.text(5)]
    const facts = [
      date === '' ? '' : isEnglish ? `as of ${dateWords(date)}` : `al ${dateWords(date)}`,
      charged === '' ? '' : isEnglish ? `charged ${moneyWords(charged)}` : `facturado ${moneyWords(charged)}`,
      paid === '' ? '' : isEnglish ? `paid ${moneyWords(paid)}` : `pagado ${moneyWords(paid)}`,
    ].filter((fact) => fact !== '')
    const text = `${states.join('; ')}${facts.length === 0 ? '' : `, ${facts.join(', ')}`}.`
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
}
