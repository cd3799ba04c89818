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
          <ul className="rows">
            {byRow(rows).map(({ row, note, settings }) => (
              <li key={row}>
                {why.row(row, note)}
                <dl className="settings">
                  {settings.map(({ setting, value }) => (
                    <div key={setting}>
                      <dt>{texts.settings.name(setting)}</dt>
                      <dd>{texts.settings.value(setting, value, say)}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type Row = LoanExplanation["rows"][number]

/** The settings of a decision under the row that gave them: a row's note is read once. */
const byRow = (
  rows: ReadonlyArray<Row>
): ReadonlyArray<Pick<Row, "row" | "note"> & { readonly settings: ReadonlyArray<Row> }> =>
  rows
    .filter(({ row }, nth) => rows.findIndex((one) => one.row === row) === nth)
    .map(({ row, note }) => ({ row, note, settings: rows.filter((one) => one.row === row) }))
