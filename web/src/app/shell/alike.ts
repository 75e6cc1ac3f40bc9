import { words as practice } from '../../features/practice/words.ts'
import { words } from './words.ts'

/** What people type for a page or a command besides its name, in both languages: whoever reads Spanish may think "schedule". */
const others = {
  '/': 'board desk arrivals day / tablero llegadas día',
  '/calendar': 'schedule agenda appointments / citas agenda horario',
  '/patients': 'people records / personas expedientes',
  '/online': 'self-booking web approvals requests / reservas por internet aprobaciones solicitudes',
  '/verification': 'eligibility verify coverage payer benefits / elegibilidad verificar cobertura seguro beneficios',
  '/repair': 'sick ill absent broken machine replan / enfermo ausente averiado aparato replanificar arreglar',
  '/outbox': 'messages mail sent texts / mensajes correo bandeja de salida',
  '/reports': 'measures statistics no-shows utilization / medidas estadísticas ausencias ocupación',
  '/audit': 'log trail who did what / registro bitácora quién hizo qué',
  '/privacy': 'restricted break glass review vip / restringido revisión acceso',
  '/practice': 'settings set-up configuration templates / ajustes configuración plantillas clínica',
  account: 'password sessions devices profile / contraseña sesiones perfil',
  feeds: 'subscribe ical outlook google phone / suscribir ical teléfono',
  print: 'paper sheet day week / papel hoja día semana',
  find: 'book appointment slot free time / reservar cita turno hora libre',
  repair: 'repair / reajuste',
  register: 'register add / registrar agregar alta',
  urgent: 'emergency john doe jane doe unnamed trauma / urgencia sin nombre',
  light: 'theme / tema',
  dark: 'theme night / tema noche',
  system: 'theme / tema',
  language: 'language english spanish / idioma inglés español',
  shortcuts: 'keys help / teclas ayuda',
  lock: 'leave away / salir pausa',
  'sign-out': 'log out leave / salir',
  hours: 'template sessions schedule working / plantilla sesiones turnos jornada',
  'visit-types': 'services duration kinds / servicios duración clases',
  holidays: 'days off bank / días libres festivos',
  closed: 'blocks leave / bloqueos permiso',
  payers: 'insurance enrolment plans / seguros inscripción planes',
  connections: 'clearinghouse edi sftp sandbox / cámara de compensación prueba',
  billing: 'npi cpt service types / npi cpt tipos de servicio',
  fees: 'fee schedules charges contracts sliding scale / tarifas contratos escala',
  registration: 'required fields intake form / campos obligatorios ficha',
  staff: 'users roles permissions / usuarios roles permisos',
  resources: 'clinicians rooms devices interpreters templates / médicos salas aparatos intérpretes plantillas',
  sites: 'offices locations / oficinas lugares',
  chains: 'sequences visits together / secuencias visitas juntas',
} as const satisfies Readonly<Record<string, string>>

/** Everything by which an entry is found beside what stands on it. */
export function alikeOf(id: string, word?: keyof typeof words.en): string {
  const more = Object.entries(others).find(([one]) => one === id)?.[1] ?? ''
  return word ? `${words.en[word]} ${words.es[word]} ${more}` : more
}

export function alikeOfPart(part: keyof typeof others, word: keyof typeof practice.en): string {
  return `${practice.en[word]} ${practice.es[word]} ${alikeOf(part, 'practice')}`
}
