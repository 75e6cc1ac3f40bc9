export { assertNever } from './assert-never.ts'
export { type Id, uuidv7 } from './id.ts'
export { addMoney, formatMoney, type Money, usd } from './money.ts'
export { ok, refuse, type Result } from './result.ts'
export {
  addDays,
  dateAt,
  dayBounds,
  daysBetween,
  formatMinute,
  instantAt,
  minuteAt,
  minuteOfDay,
  Temporal,
} from './time.ts'
