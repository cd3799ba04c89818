import { type ReactNode, useState } from "react"
import type { AppealDecision } from "../api/api.ts"
import type { AppealLine, Charge } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"
import { DecideAppealForm } from "./DecideAppealForm.tsx"

/** What came of the charges that were disputed; of one that is still owed, which it is. */
export const AppealList = (props: {
  appeals: ReadonlyArray<AppealLine>
  charges: ReadonlyArray<Charge>
  /** For who may decide. */
  onDecide: ((appealId: string, decision: AppealDecision) => void) | undefined
}): ReactNode => {
  const { appeals, charges, onDecide } = props
  const { texts } = useLanguage()
  const { say } = useSession()
  const { account } = texts
  const [deciding, setDeciding] = useState<string | null>(null)
  if (appeals.length === 0) return null
  return (
    <>
      <h3>{account.appeals}</h3>
      <ul className="lines">
        {appeals.map(({ appealId, chargeId, state, openedAt, decideUntil, decidedAt }) => {
          const charge = charges.find((one) => one.chargeId === chargeId)
          return (
            <li key={appealId}>
              <div>
                <p className="title">{account.appealStates[state]}</p>
                <p className="detail">
                  {charge !== undefined && (
                    <span>
                      {account.kind(charge.kind)} {say.money(charge.amount)}
                    </span>
                  )}
                  <span>{account.disputedOn(say.day(openedAt))}</span>
                  {state === "open" && decideUntil !== null && <span>{account.decideUntil(say.day(decideUntil))}</span>}
                  {decidedAt !== null && <span>{account.decidedOn(say.day(decidedAt))}</span>}
                </p>
                {deciding === appealId && onDecide !== undefined && (
                  <DecideAppealForm appealId={appealId} onDecide={(decision) => onDecide(appealId, decision)} />
                )}
              </div>
              {state === "open" && onDecide !== undefined && (
                <button
                  type="button"
                  aria-expanded={deciding === appealId}
                  onClick={() => setDeciding(deciding === appealId ? null : appealId)}
                >
                  {account.decide}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
