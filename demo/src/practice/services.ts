interface ServiceWords {
  readonly en: string
  readonly es: string
}

/** What each code of the demo practice is, in plain words for patients. */
export const serviceWords: Readonly<Record<string, ServiceWords>> = {
  '99203': { en: 'First visit with the doctor', es: 'Primera visita con el médico' },
  '99211': { en: 'Short visit with the nurse', es: 'Visita corta con enfermería' },
  '99213': { en: 'Visit with the doctor', es: 'Visita con el médico' },
  '99392': { en: 'Well-child check, 1 to 4 years', es: 'Control de niño sano, 1 a 4 años' },
  '99396': { en: 'Yearly check-up', es: 'Chequeo anual' },
  '90460': { en: 'Giving a vaccine to a child', es: 'Aplicación de una vacuna a un niño' },
  '90471': { en: 'Giving a vaccine', es: 'Aplicación de una vacuna' },
  '90691': { en: 'Typhoid vaccine', es: 'Vacuna contra la fiebre tifoidea' },
  '87880': { en: 'Strep throat test', es: 'Prueba de estreptococo en la garganta' },
  '11102': { en: 'Taking a small piece of skin', es: 'Toma de una muestra pequeña de piel' },
  '76856': { en: 'Ultrasound of the lower belly', es: 'Ultrasonido del bajo vientre' },
  '70553': { en: 'MRI of the head with contrast', es: 'Resonancia magnética de la cabeza con contraste' },
  A9579: { en: 'Contrast for the MRI', es: 'Contraste para la resonancia' },
  '97110': { en: 'Exercises with the therapist', es: 'Ejercicios con el terapeuta' },
  '97140': { en: 'Hands-on therapy', es: 'Terapia manual' },
  '90834': { en: 'Counseling, 45 minutes', es: 'Consejería, 45 minutos' },
  '96365': { en: 'Infusion, first hour', es: 'Infusión, primera hora' },
  '96366': { en: 'Infusion, each further hour', es: 'Infusión, cada hora más' },
  '36415': { en: 'Drawing blood', es: 'Extracción de sangre' },
  '80053': { en: 'Blood test: liver, kidneys, sugar, salts', es: 'Análisis de sangre: hígado, riñones, azúcar, sales' },
  '83036': {
    en: 'Blood test: sugar of the last three months',
    es: 'Análisis de sangre: azúcar de los últimos tres meses',
  },
  G0109: { en: 'Diabetes class, half an hour', es: 'Clase sobre diabetes, media hora' },
}
