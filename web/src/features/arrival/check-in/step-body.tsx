import { ConsentStep } from './consent-step.tsx'
import { ContactStep } from './contact-step.tsx'
import { CopayStep } from './copay-step.tsx'
import { CoverageStep } from './coverage-step.tsx'
import { IdentityStep } from './identity-step.tsx'
import { InterpreterStep } from './interpreter-step.tsx'
import { RegistrationStep } from './registration-step.tsx'
import type { StepProps } from './step-props.ts'

const bodies = {
  identity: IdentityStep,
  registration: RegistrationStep,
  contact: ContactStep,
  coverage: CoverageStep,
  consent: ConsentStep,
  interpreter: InterpreterStep,
  copay: CopayStep,
} as const

export function StepBody(props: StepProps) {
  const Body = bodies[props.item.code]
  return <Body {...props} />
}
