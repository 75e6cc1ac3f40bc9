import type { Segment } from '../segment.ts'
import { codeWords, dateWords, type Language, moneyWords } from './code-words.ts'

/** 835: the payment, its claims, what was adjusted and why. */
export function explainPayment(language: Language): (segment: Segment) => string | null {
  const isEnglish = language === 'en'
  let isLine = false
  return (segment) => {
    switch (segment.tag) {
      case 'BPR': {
        const [amount, date] = [moneyWords(segment.text(2)), dateWords(segment.text(16))]
        return isEnglish ? `Payment of ${amount} on ${date}.` : `Pago de ${amount} el ${date}.`
      }
      case 'CLP': {
        isLine = false
        const [charged, paid, owed] = [3, 4, 5].map((element) => moneyWords(segment.text(element) || '0'))
        const status = codeWords('claim', segment.text(2), language)
        return isEnglish
          ? `Claim: ${status}. Charged ${charged}, paid ${paid}, the patient owes ${owed}.`
          : `Reclamación: ${status}. Facturado ${charged}, pagado ${paid}, el paciente debe ${owed}.`
      }
      case 'SVC': {
        isLine = true
        const [charged, paid] = [2, 3].map((element) => moneyWords(segment.text(element) || '0'))
        return isEnglish
          ? `Service: charged ${charged}, paid ${paid}.`
          : `Servicio: facturado ${charged}, pagado ${paid}.`
      }
      case 'CAS':
        return adjustments(segment, isLine, language)
      case 'LQ':
        return segment.text(1) === 'HE' ? remark(segment.text(2), language) : null
      case 'MOA':
      case 'MIA': {
        const elements = segment.tag === 'MOA' ? [3, 4, 5, 6, 7] : [5, 20, 21, 22, 23]
        const codes = elements.map((element) => segment.text(element)).filter((code) => code !== '')
        return codes.length === 0 ? null : codes.map((code) => remark(code, language)).join(' ')
      }
      case 'PLB': {
        const amounts = [4, 6, 8, 10, 12, 14].map((element) => segment.text(element)).filter((text) => text !== '')
        const text = amounts.map(moneyWords).join(', ')
        return isEnglish ? `Taken from the payment as a whole: ${text}.` : `Descontado del pago total: ${text}.`
      }
      default:
        return null
    }
  }
}

function remark(code: string, language: Language): string {
  return `${language === 'en' ? 'Remark' : 'Nota'}: ${codeWords('remark', code, language)}.`
}

/** One group and up to six reasons with their amounts. */
function adjustments(cas: Segment, isLine: boolean, language: Language): string {
  const reasons: string[] = []
  for (let element = 2; element <= 17 && cas.text(element) !== ''; element += 3) {
    const amount = moneyWords(cas.text(element + 1))
    reasons.push(`${amount} ${codeWords('reason', cas.text(element), language)}`)
  }
  const group = codeWords('group', cas.text(1), language)
  const where = language === 'en' ? (isLine ? 'service' : 'claim') : isLine ? 'servicio' : 'reclamación'
  return language === 'en'
    ? `Adjusted on the ${where}, ${group}: ${reasons.join('; ')}.`
    : `Ajuste en ${isLine ? 'el' : 'la'} ${where}, ${group}: ${reasons.join('; ')}.`
}
