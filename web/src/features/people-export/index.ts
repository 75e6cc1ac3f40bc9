export { CopiesPanel } from './copies-panel.tsx'
