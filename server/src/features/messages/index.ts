export { type NewMessage, queueMessage } from './queue-message.ts'
