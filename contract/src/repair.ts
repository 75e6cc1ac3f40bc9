export * from './repair/answers.ts'
export * from './repair/groups.ts'
export * from './repair/plan.ts'
