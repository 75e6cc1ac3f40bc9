export type * from './plan.ts'
export { type DemoWish, planDemo } from './plan-demo.ts'
