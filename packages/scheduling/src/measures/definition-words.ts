/** What each measure counts, as it is printed under its number. */
export const definitionWords = {
  en: {
    'third-next-available':
      'Days from today to the third opening of this visit type, weekends and holidays counted, held time left out. The third, because the first and second are often a chance gap. Today is 0. (Institute for Healthcare Improvement)',
    'days-to-appointment':
      'Days from the day a visit was booked to the day it takes place, in the middle of all visits: half had fewer, half had more.',
    'fill-rate':
      'Booked minutes of offered minutes, buffers included. Offered are the open hours in all lanes, without breaks, blocks and holidays. Over 100 % means overbooked.',
    'template-use':
      'Minutes of reserved sessions that the kinds they are kept for have booked, that other kinds have booked, and that stay free.',
    cancellations:
      'Visits that were cancelled, of all that would have begun in the period: by whom, why, and how long before. Missed visits are not among them.',
  },
  es: {
    'third-next-available':
      'Días desde hoy hasta el tercer hueco de este tipo de visita, con fines de semana y festivos, sin las horas apartadas. El tercero, porque el primero y el segundo suelen ser huecos casuales. Hoy es 0. (Institute for Healthcare Improvement)',
    'days-to-appointment':
      'Días desde que se reservó una visita hasta el día en que tiene lugar, en el medio de todas: la mitad esperó menos y la mitad más.',
    'fill-rate':
      'Minutos reservados de los minutos ofrecidos, con los márgenes. Se ofrecen las horas abiertas en todos los carriles, sin pausas, bloqueos ni festivos. Más de 100 % significa sobrecupo.',
    'template-use':
      'Minutos de las sesiones reservadas que ocuparon los tipos de visita a los que se destinan, que ocuparon otros tipos y que quedan libres.',
    cancellations:
      'Visitas canceladas, de todas las que habrían empezado en el periodo: por quién, por qué y con cuánta antelación. Las faltas sin aviso no se cuentan.',
  },
} as const

export type Measure = keyof (typeof definitionWords)['en']
