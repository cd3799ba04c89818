import type { LoanExplanation } from "@openshelf/core/explain"
import { type ReactNode, useEffect, useState } from "react"
import type { Loan, Reply, Written } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useSession } from "../session/session.ts"
import { StepList } from "./StepList.tsx"

/** Why a loan is due when it is: what happened, the way to the date, the rules that gave it. */
export const DuePanel = ({ loan }: { loan: Loan }): ReactNode => {
  const { texts } = useLanguage()
  const { api, say } = useSession()
  const [told, setTold] = useState<Reply<Written<LoanExplanation>> | null>(null)
  useEffect(() => {
    let isGone = false
    void api.explanation(loan.barcode).then((reply) => {
      if (!isGone) setTold(reply)
    })
    return () => {
      isGone = true
    }
  }, [api, loan])
  if (told === null) return <p className="none">{texts.page.loading}</p>
  if (told.kind !== "done") return <FailureBox failure={told} />
  const { changes, steps, rows, policyVersion } = told.value
  const { why } = texts
  return (
    <section className="why" aria-label={why.title}>
      <h3>{why.title}</h3>
      <StepList steps={steps} />
      {changes.length > 1 && (
        <>
          <h3>{why.changes}</h3>
          <ul>
            {changes.map(({ what, at, dueAt, reason }) => (
              <li key={`${what} ${at} ${dueAt}`}>
                {say.instant(at)}: {why.change[what]} {say.instant(dueAt)}
                {reason !== null && <span className="help"> {why.because(reason)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {policyVersion !== null && (
        <details>
          <summary>{why.rules(policyVersion)}</summary>
          <dl className="settings">
            {rows.map(({ setting, row, note, value }) => (
              <div key={setting}>
                <dt>{setting}</dt>
                <dd>
                  <code>{JSON.stringify(value)}</code> {why.row(row, note)}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}
