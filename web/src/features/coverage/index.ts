export { CoverageOrder } from './order/coverage-order.tsx'
export { GoesTo } from './order/goes-to.tsx'
export { CoverageAnswers, type CoverageAnswersProps } from './card/coverage-answers.tsx'
export { useWords as useCoverageWords } from './use-words.ts'
