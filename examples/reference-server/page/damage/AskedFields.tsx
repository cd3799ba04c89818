import { type ReactNode, useId } from "react"
import type { InspectTexts } from "../language/inspectTexts.ts"
import { useLanguage } from "../language/language.ts"
import type { Asked } from "./seen.ts"

/** What the rules leave to staff: a value in a range, the cost of mending, a price. */
export const AskedFields = (props: {
  asked: ReadonlyArray<Asked>
  answers: Readonly<Record<string, string>>
  onAnswer: (at: string, answer: string) => void
}): ReactNode => {
  const { asked, answers, onAnswer } = props
  const { texts } = useLanguage()
  const id = useId()
  return asked.map((one) => (
    <div key={one.at}>
      <label htmlFor={`${id}-${one.at}`}>{labelOf(one, texts.inspect)}</label>
      <input
        id={`${id}-${one.at}`}
        inputMode="decimal"
        autoComplete="off"
        value={answers[one.at] ?? ""}
        onChange={({ target }) => onAnswer(one.at, target.value)}
      />
    </div>
  ))
}

/** A choice is named for the damage or part that it is about: `damage.stain.heavy`, `parts.disc`. */
const labelOf = (asked: Asked, { asked: said, kind, part }: InspectTexts): string => {
  if (!("min" in asked)) return asked.at === "repairCost" ? said.repairCost : said.estimate
  const [where, code = asked.at] = asked.at.split(".")
  const what = where === "damage" ? kind(code) : where === "parts" ? part(code) : asked.at
  return said.choice(what, asked.min, asked.max, asked.unit)
}
