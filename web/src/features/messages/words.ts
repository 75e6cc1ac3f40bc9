import type { Catalog } from '../../app/catalog.ts'

const en = {
  toReader: 'to {{name}}',
  title: 'Outbox',
  lead: 'What went out to patients, newest first.',
  noServerTitle: 'Nothing leaves the building',
  noServer:
    'No mail server is set up, so messages are kept here and are sent to nobody. Set FOYER_SMTP_URL to send them.',
  empty: 'No messages yet',
  emptyNext: 'Confirmations appear here as visits are booked, moved or cancelled.',
  waiting: 'waiting',
  sent: 'sent',
  kept: 'kept here, not sent',
  failed: 'failed',
  messages: 'Messages',
  to: 'To',
  subject: 'Subject',
  language: 'Language',
  written: 'Written',
  sentAt: 'Sent',
  problem: 'What the mail server said',
  calendar: 'Calendar file',
  choose: 'Choose a message to read it.',
  older: 'Older messages',
  newest: 'Back to the newest',
  openPerson: 'Open the person',
  restricted: 'Restricted record',
} as const

const es: Catalog<typeof en> = {
  toReader: 'a {{name}}',
  title: 'Bandeja de salida',
  lead: 'Lo que salió para los pacientes, lo más reciente primero.',
  noServerTitle: 'Nada sale del edificio',
  noServer:
    'No hay servidor de correo configurado: los mensajes se guardan aquí y no se envían a nadie. Para enviarlos, configure FOYER_SMTP_URL.',
  empty: 'Todavía no hay mensajes',
  emptyNext: 'Las confirmaciones aparecen aquí cuando se reserva, se cambia o se cancela una visita.',
  waiting: 'en espera',
  sent: 'enviado',
  kept: 'guardado aquí, no enviado',
  failed: 'falló',
  messages: 'Mensajes',
  to: 'Para',
  subject: 'Asunto',
  language: 'Idioma',
  written: 'Escrito',
  sentAt: 'Enviado',
  problem: 'Lo que dijo el servidor de correo',
  calendar: 'Archivo de calendario',
  choose: 'Elija un mensaje para leerlo.',
  older: 'Mensajes anteriores',
  newest: 'Volver a los más recientes',
  openPerson: 'Abrir la persona',
  restricted: 'Expediente restringido',
}

export const words = { en, es } as const
