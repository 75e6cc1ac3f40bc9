export type { Addressee } from './addressee.ts'
export { addresseeOf, addresseesOf, addressingOf } from './addressing.ts'
export { type NewMessage, queueMessage } from './queue-message.ts'
export { reassignMessages, selectServices as servicesOf } from './store.ts'
