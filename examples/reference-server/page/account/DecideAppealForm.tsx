import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react"
import type { AppealDecision } from "../api/api.ts"
import type { AppealSaid, Failure } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { minorOf } from "../language/say.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { useSession } from "../session/session.ts"

const outcomes = ["confirmed", "reduced", "reversed"] as const

/** What a reader says of a charge, and what is to become of it: for somebody who did not raise it. */
export const DecideAppealForm = (props: {
  appealId: string
  onDecide: (decision: AppealDecision) => void
}): ReactNode => {
  const { appealId, onDecide } = props
  const { texts } = useLanguage()
  const { api, place, say } = useSession()
  const { account } = texts
  const id = useId()
  const field = useFirstFocus<HTMLSelectElement>()
  const [said, setSaid] = useState<AppealSaid | Failure | null>(null)
  const [as, setAs] = useState<(typeof outcomes)[number]>("confirmed")
  const [typed, setTyped] = useState("")
  const [isWrong, setIsWrong] = useState(false)
  const [reason, setReason] = useState("")
  useEffect(() => {
    void api.oneAppeal(appealId).then((reply) => setSaid(reply.kind === "done" ? reply.value : reply))
  }, [api, appealId])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const amount = minorOf(typed, place.currency)
    const isMissing = as === "reduced" && amount === null
    setIsWrong(isMissing)
    if (isMissing || reason.trim() === "") return
    onDecide({ as, reason: reason.trim(), ...(as === "reduced" && amount !== null ? { amount } : {}) })
  }
  return (
    <form onSubmit={submit}>
      {said !== null && "kind" in said && !("appealId" in said) && <FailureBox failure={said} />}
      {said !== null && "appealId" in said && (
        <p className="detail">
          <span>{account.saidOf(said.reason)}</span>
          {said.evidence !== "" && <span>{account.evidenceOf(said.evidence)}</span>}
          <span>{account.held(say.money(said.held))}</span>
        </p>
      )}
      <label htmlFor={`${id}-as`}>{account.outcome}</label>
      <select
        id={`${id}-as`}
        ref={field}
        value={as}
        onChange={({ target }) => setAs(outcomes.find((one) => one === target.value) ?? "confirmed")}
      >
        {outcomes.map((one) => (
          <option key={one} value={one}>
            {account.outcomes[one]}
          </option>
        ))}
      </select>
      {as === "reduced" && (
        <>
          <label htmlFor={`${id}-amount`}>{account.comesTo}</label>
          <input
            id={`${id}-amount`}
            inputMode="decimal"
            autoComplete="off"
            required
            aria-invalid={isWrong}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </>
      )}
      <label htmlFor={`${id}-reason`}>{account.decisionReason}</label>
      <div className="row">
        <input
          id={`${id}-reason`}
          required
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <button type="submit">{account.decideSend}</button>
      </div>
    </form>
  )
}
