export { CostPanel } from './cost-panel.tsx'
export { DueEstimates } from './due-list.tsx'
export { EstimatesSection } from './estimates-section.tsx'
export { WhoPays } from './who-pays.tsx'
