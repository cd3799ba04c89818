import { type ReactNode, useState } from "react"
import type { AppealDecision, Whose } from "../api/api.ts"
import type { Account, AppealLine, Charge } from "../api/model.ts"
import { openCashDesk } from "../cash/openCashDesk.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useSession } from "../session/session.ts"
import { AppealList } from "./AppealList.tsx"
import { ChargeLine } from "./ChargeLine.tsx"
import { PaperList } from "./PaperList.tsx"
import { PaymentForm } from "./PaymentForm.tsx"

/**
 * What a reader owes and what for, with bill and receipts. Staff take payments, for all or for chosen charges, and, where
 * they may, waive charges and decide disputes; readers dispute theirs.
 */
export const AccountPanel = (props: {
  heading: string
  whose: Whose
  account: Account
  appeals: ReadonlyArray<AppealLine>
  card: string
  refresh: () => Promise<void>
}): ReactNode => {
  const { heading, whose, account, appeals, card, refresh } = props
  const { texts } = useLanguage()
  const { api, may, say } = useSession()
  const { act, outcome, home } = useAct()
  const [ticked, setTicked] = useState<ReadonlyArray<string>>([])
  const chosen = account.charges.filter(({ chargeId }) => ticked.includes(chargeId))
  const pay = (amount: number, method: string): Promise<void> =>
    act({
      send: async (key) => {
        const charges = chosen.map(({ chargeId }) => chargeId)
        const at = await openCashDesk(api)
        return api.pay({ card, amount, method, ...at, ...(charges.length === 0 ? {} : { charges }) }, key)
      },
      done: async ({ balance }) => {
        setTicked([])
        await refresh()
        return ({ account }, say) => account.paid(say.money(amount), say.money(balance))
      },
      notDone: ({ account }) => account.notPaid
    })
  const waive = ({ chargeId }: Charge, reason: string): Promise<void> =>
    act({
      send: (key, overriding) => api.waive({ card, charge: chargeId, reason, ...overriding }, key),
      done: async ({ amount }) => {
        await refresh()
        return ({ account }, say) => account.waived(say.money(amount))
      },
      notDone: ({ account }) => account.notWaived,
      overridable: true
    })
  const dispute = ({ chargeId }: Charge, reason: string): Promise<void> =>
    act({
      send: (key, overriding) => api.appeal({ card, charge: chargeId, reason, ...overriding }, key),
      done: async () => {
        await refresh()
        return ({ account }) => account.disputed
      },
      notDone: ({ account }) => account.notDisputed,
      overridable: true
    })
  const decideAppeal = (appealId: string, decision: AppealDecision): Promise<void> =>
    act({
      send: (key) => api.decideAppeal(appealId, decision, key),
      done: async ({ as }) => {
        await refresh()
        return ({ account }) => account.appealStates[as]
      },
      notDone: ({ account }) => account.notDecided
    })
  const owes = account.balance > 0
  const mayPay = owes && may("accounts.pay")
  const mayChoose = mayPay && account.charges.length > 1
  const mayDispute = whose === "me" || may("accounts.appeal")
  const toPay =
    chosen.length === 0
      ? account.balance - account.forgone
      : chosen.reduce((sum, { outstanding }) => sum + outstanding, 0)
  return (
    <section className="card" aria-labelledby="account">
      <h2 id="account" ref={home} tabIndex={-1}>
        {heading}
      </h2>
      {outcome}
      <p className={owes ? "owed" : "none"}>
        {owes ? texts.account.owed(say.money(account.balance)) : texts.account.nothingOwed}
      </p>
      {account.forgone > 0 && (
        <p className="help">{texts.account.settles(say.money(account.balance - account.forgone))}</p>
      )}
      {mayChoose && <p className="help">{texts.account.chooseHelp}</p>}
      <ul className="lines">
        {account.charges.map((charge) => (
          <ChargeLine
            key={charge.chargeId}
            charge={charge}
            isChosen={ticked.includes(charge.chargeId)}
            onChoose={
              mayChoose
                ? (isChosen) =>
                    setTicked(
                      isChosen
                        ? [...ticked, charge.chargeId]
                        : ticked.filter((chargeId) => chargeId !== charge.chargeId)
                    )
                : undefined
            }
            onWaive={may("accounts.waive") ? (reason) => void waive(charge, reason) : undefined}
            onDispute={
              mayDispute && !appeals.some(({ chargeId }) => chargeId === charge.chargeId)
                ? (reason) => void dispute(charge, reason)
                : undefined
            }
          />
        ))}
      </ul>
      {mayPay && <PaymentForm key={toPay} owed={toPay} onPay={(...given) => void pay(...given)} />}
      <AppealList
        appeals={appeals}
        charges={account.charges}
        onDecide={
          whose !== "me" && may("accounts.decideAppeal") ? (...given) => void decideAppeal(...given) : undefined
        }
      />
      <PaperList whose={whose} account={account} />
    </section>
  )
}
