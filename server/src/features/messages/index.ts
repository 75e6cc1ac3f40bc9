export { type NewMessage, queueMessage } from './queue-message.ts'
export { reassignMessages } from './store.ts'
