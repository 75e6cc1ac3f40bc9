export { startNightlySweeps } from './checks/sweeps/nightly.ts'
export { type EligibilityWorker, startEligibilityWorker } from './checks/work/worker.ts'
export { keepSecret, pointSandboxConnections, resealSecrets } from './directory/index.ts'
export { pinAtCheckIn } from './order/pin.ts'
