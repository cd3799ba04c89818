import { type ReactNode, useState } from "react"
import type { Charge } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"
import { ReasonForm } from "./ReasonForm.tsx"

type OnReason = ((reason: string) => void) | undefined

/** One charge, and what may be done about it: choose it for a payment, waive it, dispute it. */
export const ChargeLine = (props: {
  charge: Charge
  isChosen: boolean
  onChoose: ((isChosen: boolean) => void) | undefined
  onWaive: OnReason
  onDispute: OnReason
}): ReactNode => {
  const { charge, isChosen, onChoose, onWaive, onDispute } = props
  const { texts } = useLanguage()
  const { say } = useSession()
  const [shown, setShown] = useState<"waive" | "dispute" | null>(null)
  const { account } = texts
  const outstanding = say.money(charge.outstanding)
  const what = `${account.kind(charge.kind)} ${outstanding}`
  const toggle = (part: "waive" | "dispute"): void => setShown(shown === part ? null : part)
  const given = (onReason: OnReason) => (reason: string) => {
    setShown(null)
    onReason?.(reason)
  }
  return (
    <li>
      <div>
        {onChoose === undefined ? (
          <p className="title">{what}</p>
        ) : (
          <label className="sure title">
            <input type="checkbox" checked={isChosen} onChange={({ target }) => onChoose(target.checked)} />
            {what}
          </label>
        )}
        <p className="detail">
          <span>{account.raised(say.day(charge.raisedAt))}</span>
          {charge.amount !== charge.outstanding && <span>{account.of(say.money(charge.amount))}</span>}
        </p>
      </div>
      <div className="acts">
        {onWaive !== undefined && (
          <button
            type="button"
            aria-expanded={shown === "waive"}
            aria-label={account.waiveOne(outstanding)}
            onClick={() => toggle("waive")}
          >
            {account.waive}
          </button>
        )}
        {onDispute !== undefined && (
          <button
            type="button"
            aria-expanded={shown === "dispute"}
            aria-label={account.disputeOne(outstanding)}
            onClick={() => toggle("dispute")}
          >
            {account.dispute}
          </button>
        )}
      </div>
      {shown === "waive" && (
        <div className="below">
          <ReasonForm label={account.waiveReason} action={account.waive} lengthMax={500} onReason={given(onWaive)} />
        </div>
      )}
      {shown === "dispute" && (
        <div className="below">
          <ReasonForm
            label={account.disputeReason}
            action={account.disputeSend}
            lengthMax={2_000}
            onReason={given(onDispute)}
          />
        </div>
      )}
    </li>
  )
}
