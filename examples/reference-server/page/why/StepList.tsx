import type { ReactNode } from "react"
import { useLanguage } from "../language/language.ts"
import type { DueStepLine } from "../language/ruleTexts.ts"
import { useSession } from "../session/session.ts"

/** The way to a due date, step by step. */
export const StepList = ({ steps }: { steps: ReadonlyArray<DueStepLine> }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={`${step.step} ${step.at}`}>{texts.why.step(step, say)}</li>
      ))}
    </ol>
  )
}
