export { actionText } from './action-text.ts'
