export { CalendarPage } from './calendar-page.tsx'
export { words } from './words.ts'
