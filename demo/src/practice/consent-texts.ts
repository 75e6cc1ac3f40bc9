/** The practice's own texts to sign. Plain words, reading level 6, in English and Spanish. */
export type DemoConsentText = {
  readonly kind: 'treatment' | 'privacy-notice' | 'text-messages' | 'release'
  readonly language: 'en' | 'es'
  readonly version: number
  readonly title: string
  readonly scope: string
  readonly body: string
  readonly validDays: number | null
}

export const consentTexts: readonly DemoConsentText[] = [
  {
    kind: 'treatment',
    language: 'en',
    version: 2,
    title: 'Consent to treat',
    scope: 'Examination, usual tests and treatment at Riverside',
    validDays: 365,
    body: `I ask for care at Riverside. I agree to be examined, to have the usual tests, and to be treated by the people who work here.

They will tell me what they plan to do, why, and what could go wrong. I may ask questions at any time.

I may say no to any test or treatment. I may take this consent back at any time by telling the front desk. That does not change what was done before.`,
  },
  {
    kind: 'treatment',
    language: 'es',
    version: 2,
    title: 'Consentimiento para la atención',
    scope: 'Examen, pruebas comunes y tratamiento en Riverside',
    validDays: 365,
    body: `Pido atención en Riverside. Acepto que me examinen, que me hagan las pruebas comunes y que me traten las personas que trabajan aquí.

Me dirán lo que piensan hacer, por qué y qué podría salir mal. Puedo hacer preguntas en cualquier momento.

Puedo decir que no a cualquier prueba o tratamiento. Puedo retirar este consentimiento en cualquier momento si lo digo en la recepción. Eso no cambia lo que ya se hizo.`,
  },
  {
    kind: 'privacy-notice',
    language: 'en',
    version: 1,
    title: 'I got the privacy notice',
    scope: 'Notice of Privacy Practices of Riverside',
    validDays: null,
    body: `Riverside gave me its Notice of Privacy Practices. The notice tells how Riverside may use and share facts about my health, and what my rights are.

My signature says only that I got the notice.`,
  },
  {
    kind: 'privacy-notice',
    language: 'es',
    version: 1,
    title: 'Recibí el aviso de privacidad',
    scope: 'Aviso de Prácticas de Privacidad de Riverside',
    validDays: null,
    body: `Riverside me dio su Aviso de Prácticas de Privacidad. El aviso dice cómo Riverside puede usar y compartir datos sobre mi salud, y cuáles son mis derechos.

Mi firma solo dice que recibí el aviso.`,
  },
  {
    kind: 'text-messages',
    language: 'en',
    version: 1,
    title: 'Text messages about my visits',
    scope: 'Automated texts about visits',
    validDays: null,
    body: `Riverside may send me texts about my visits by an automated system, to the cell phone number I gave.

I do not have to agree to this to get care. My phone company may charge for texts. I can stop them at any time: I answer STOP or tell the front desk.`,
  },
  {
    kind: 'text-messages',
    language: 'es',
    version: 1,
    title: 'Mensajes de texto sobre mis citas',
    scope: 'Mensajes automáticos sobre citas',
    validDays: null,
    body: `Riverside puede enviarme mensajes de texto sobre mis citas con un sistema automático, al número de celular que di.

No tengo que aceptar esto para recibir atención. Mi compañía de teléfono puede cobrar por los mensajes. Puedo pararlos en cualquier momento: contesto STOP o lo digo en la recepción.`,
  },
  {
    kind: 'release',
    language: 'en',
    version: 1,
    title: 'Release of my records',
    scope: 'Visit notes and test results to another clinic that treats me',
    validDays: null,
    body: `Riverside may send my visit notes and test results to another clinic that treats me, when that clinic asks for them.

I do not have to sign this to get care. I may take it back at any time in writing. What was sent before cannot be called back. The other clinic may share what it gets, and these rules may then not protect it.`,
  },
  {
    kind: 'release',
    language: 'es',
    version: 1,
    title: 'Entrega de mi expediente',
    scope: 'Notas de mis visitas y resultados para otra clínica que me atiende',
    validDays: null,
    body: `Riverside puede enviar las notas de mis visitas y los resultados de mis pruebas a otra clínica que me atiende, cuando esa clínica los pida.

No tengo que firmar esto para recibir atención. Puedo retirarlo por escrito en cualquier momento. Lo que ya se envió no se puede recuperar. La otra clínica puede compartir lo que recibe, y entonces puede que estas reglas ya no lo protejan.`,
  },
]
