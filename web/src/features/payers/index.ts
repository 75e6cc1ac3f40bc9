export { BillingTab } from './billing/billing-tab.tsx'
export { ConnectionsTab } from './connections/connections-tab.tsx'
export { FeesTab } from './fees/fees-tab.tsx'
export { PayersTab } from './payers-tab.tsx'
