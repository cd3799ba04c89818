import { type ReactNode, useState } from "react"
import type { Account, Charge } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useSession } from "../session/session.ts"
import { PaymentForm } from "./PaymentForm.tsx"
import { WaiverForm } from "./WaiverForm.tsx"

/** What a reader owes and what for. Staff take payments and, where they may, waive charges. */
export const AccountPanel = (props: {
  heading: string
  account: Account
  card: string
  refresh: () => Promise<void>
}): ReactNode => {
  const { heading, account, card, refresh } = props
  const { texts } = useLanguage()
  const { api, may, say } = useSession()
  const { act, outcome, home } = useAct()
  const pay = (amount: number, method: string): Promise<void> =>
    act({
      send: (key) => api.pay({ card, amount, method }, key),
      done: async ({ balance }) => {
        await refresh()
        return ({ account }, say) => account.paid(say.money(amount), say.money(balance))
      },
      notDone: ({ account }) => account.notPaid
    })
  const waive = ({ chargeId }: Charge, reason: string): Promise<void> =>
    act({
      send: (key) => api.waive({ card, charge: chargeId, reason }, key),
      done: async ({ amount }) => {
        await refresh()
        return ({ account }, say) => account.waived(say.money(amount))
      },
      notDone: ({ account }) => account.notWaived
    })
  const owes = account.balance > 0
  return (
    <section className="card" aria-labelledby="account">
      <h2 id="account" ref={home} tabIndex={-1}>
        {heading}
      </h2>
      {outcome}
      <p className={owes ? "owed" : "none"}>
        {owes ? texts.account.owed(say.money(account.balance)) : texts.account.nothingOwed}
      </p>
      <ul className="lines">
        {account.charges.map((charge) => (
          <ChargeLine
            key={charge.chargeId}
            charge={charge}
            onWaive={may("accounts.waive") ? (reason) => void waive(charge, reason) : undefined}
          />
        ))}
      </ul>
      {owes && may("accounts.pay") && (
        <PaymentForm key={account.balance} owed={account.balance} onPay={(...given) => void pay(...given)} />
      )}
    </section>
  )
}

const ChargeLine = (props: { charge: Charge; onWaive: ((reason: string) => void) | undefined }): ReactNode => {
  const { charge, onWaive } = props
  const { texts } = useLanguage()
  const { say } = useSession()
  const [isOpen, setIsOpen] = useState(false)
  const outstanding = say.money(charge.outstanding)
  return (
    <li>
      <div>
        <p className="title">
          {texts.account.kind(charge.kind)} {outstanding}
        </p>
        <p className="detail">
          <span>{texts.account.raised(say.day(charge.raisedAt))}</span>
          {charge.amount !== charge.outstanding && <span>{texts.account.of(say.money(charge.amount))}</span>}
        </p>
        {isOpen && onWaive !== undefined && <WaiverForm onWaive={onWaive} />}
      </div>
      {onWaive !== undefined && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={texts.account.waiveOne(outstanding)}
          onClick={() => setIsOpen(!isOpen)}
        >
          {texts.account.waive}
        </button>
      )}
    </li>
  )
}
