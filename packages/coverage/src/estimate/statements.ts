import type { Language } from '../sentences/words.ts'

/** A statement that has to stand on every estimate, with the paragraph of 45 CFR 149.610(c)(1) that asks for it. */
export interface Statement {
  readonly paragraph: string
  readonly text: Readonly<Record<Language, string>>
}

/** @param phone of the practice, and where the federal government explains disputes */
export function requiredStatements(phone: string, web = 'www.cms.gov/nosurprises'): readonly Statement[] {
  return [
    {
      paragraph: '(vii)',
      text: {
        en: 'There may be other services we suggest as part of your care. They need to be booked on their own and are not in this estimate.',
        es: 'Puede haber otros servicios que le sugiramos como parte de su atención. Se programan por separado y no están en este estimado.',
      },
    },
    {
      paragraph: '(viii)',
      text: {
        en: 'This is only an estimate. What you are charged in the end may be different.',
        es: 'Esto es solo un estimado. Lo que se le cobre al final puede ser diferente.',
      },
    },
    {
      paragraph: '(ix)',
      text: {
        en: `You have the right to start a dispute if you are billed at least $400 more than this estimate for any one provider. The dispute does not change the quality of your care. To learn how to start it, visit ${web} or call us at ${phone}. You have 120 days from the date on the first bill. The fee is $25; if the reviewer agrees with you, you pay what this estimate says.`,
        es: `Tiene derecho a iniciar una disputa si le cobran al menos $400 más que este estimado por cualquiera de los profesionales. La disputa no cambia la calidad de su atención. Para saber cómo iniciarla, visite ${web} o llámenos al ${phone}. Tiene 120 días desde la fecha de la primera cuenta. El costo es de $25; si le dan la razón, paga lo que dice este estimado.`,
      },
    },
    {
      paragraph: '(x)',
      text: {
        en: 'This estimate is not a contract. You do not have to get the services from us or from anyone named here.',
        es: 'Este estimado no es un contrato. No está obligado a recibir los servicios con nosotros ni con quienes se nombran aquí.',
      },
    },
    {
      paragraph: '149.620',
      text: {
        en: 'Keep a copy of this estimate, or take a picture of it. You may need it if you are billed more.',
        es: 'Guarde una copia de este estimado o tómele una foto. La puede necesitar si le cobran más.',
      },
    },
  ]
}
