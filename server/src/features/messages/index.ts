export type { Addressee, Unaddressed } from './addressee.ts'
export { addresseesOf, addressingOf, readerFor } from './addressing.ts'
export { type NewMessage, queueMessage } from './queue-message.ts'
export { reassignMessages, selectServices as servicesOf } from './store.ts'
