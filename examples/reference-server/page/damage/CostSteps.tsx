import type { Receipts } from "@openshelf/core"
import type { ReactNode } from "react"
import type { Written } from "../api/model.ts"
import type { InspectTexts } from "../language/inspectTexts.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"

type Compensation = NonNullable<Written<Receipts["inspect"]>["compensation"]>
type Step = Compensation["steps"][number]

/** The way to an amount, step by step, each with the numbers that it was made of. */
export const CostSteps = ({ steps }: { steps: Compensation["steps"] }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const lines = steps.map((step, place) => ({
    place,
    text: step.op === "round" ? texts.inspect.rounded(say.money(Number(step.is))) : stepText(step, steps, texts.inspect)
  }))
  return (
    <ol className="steps">
      {lines.map(({ place, text }) => (
        <li key={place}>{text}</li>
      ))}
    </ol>
  )
}

const stepText = (
  step: Exclude<Step, { readonly op: "round" }>,
  steps: ReadonlyArray<Step>,
  said: InspectTexts
): string => {
  if (step.op === "given")
    return said.step(
      step.as,
      step.chosenBy === undefined ? step.is : `${step.is} (${said.chosenBy(step.chosenBy.replace(/^staff:/, ""))})`
    )
  const [a = "", b = ""] = step.of.map((place) => steps[place]?.is)
  const of = step.op === "larger" || step.op === "smaller" ? said[step.op](a, b) : `${a} ${signs[step.op]} ${b}`
  return said.step(step.as, `${of} = ${step.is}`)
}

const signs = { times: "×", plus: "+", minus: "−", over: "÷" } as const
