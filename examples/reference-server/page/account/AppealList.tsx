import type { ReactNode } from "react"
import type { AppealLine, Charge } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"

/** What came of the charges that were disputed; of one that is still owed, which it is. */
export const AppealList = (props: {
  appeals: ReadonlyArray<AppealLine>
  charges: ReadonlyArray<Charge>
}): ReactNode => {
  const { appeals, charges } = props
  const { texts } = useLanguage()
  const { say } = useSession()
  const { account } = texts
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
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
