import { type ReactNode, useState } from "react"
import type { RenewAllReply } from "../api/api.ts"
import type { Loan } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { reasonOf } from "../parts/reasons.ts"
import { TitleText } from "../parts/TitleText.tsx"
import { useSession } from "../session/session.ts"

type Left = Extract<RenewAllReply["loans"][number], { readonly refusals: unknown }>

/** A reader's loans; one or all of them can be renewed. */
export const LoansPanel = (props: {
  heading: string
  loans: ReadonlyArray<Loan>
  card: string
  refresh: () => Promise<void>
}): ReactNode => {
  const { heading, loans, card, refresh } = props
  const { texts } = useLanguage()
  const { api, say } = useSession()
  const { act, outcome, home } = useAct()
  const [left, setLeft] = useState<ReadonlyArray<Left>>([])
  const renew = ({ barcode, title: { title } }: Loan): Promise<void> => {
    setLeft([])
    return act({
      send: (key, overriding) => api.renew({ item: barcode, ...overriding }, key),
      done: async ({ dueAt }) => {
        await refresh()
        return (said, say) => said.loans.renewed(title, say.instant(dueAt))
      },
      notDone: (said) => said.loans.notRenewed(title),
      overridable: true
    })
  }
  const renewAll = (): Promise<void> =>
    act({
      send: (key) => api.renewAll({ card }, key),
      done: async (receipt) => {
        const refused = receipt.loans.filter((loan) => "refusals" in loan)
        setLeft(refused)
        await refresh()
        return (said) => said.loans.allRenewed(receipt.loans.length - refused.length, refused.length)
      },
      isWhole: ({ loans }) => loans.every((loan) => "renewed" in loan),
      notDone: (said) => said.loans.renewAll
    })
  return (
    <section className="card" aria-labelledby="loans">
      <div className="heading">
        <h2 id="loans" ref={home} tabIndex={-1}>
          {heading} <span className="count">{loans.length}</span>
        </h2>
        {loans.length > 0 && (
          <button type="button" onClick={() => void renewAll()}>
            {texts.loans.renewAll}
          </button>
        )}
      </div>
      {outcome}
      {loans.length === 0 && <p className="none">{texts.loans.none}</p>}
      <ul className="lines">
        {loans.map((loan) => (
          <LoanLine
            key={loan.loanId}
            loan={loan}
            reasons={
              left.find(({ loanId }) => loanId === loan.loanId)?.refusals.map((one) => reasonOf(one, texts, say)) ?? []
            }
            onRenew={() => void renew(loan)}
          />
        ))}
      </ul>
    </section>
  )
}

const LoanLine = (props: { loan: Loan; reasons: ReadonlyArray<string>; onRenew: () => void }): ReactNode => {
  const { loan, reasons, onRenew } = props
  const { texts } = useLanguage()
  const { say } = useSession()
  const isLate = new Date(loan.dueAt).getTime() < Date.now()
  return (
    <li className={isLate ? "late" : ""}>
      <div>
        <TitleText title={loan.title} />
        <p className="detail">
          <span className="due">
            {isLate ? texts.loans.late : texts.loans.due} {say.instant(loan.dueAt)}
          </span>
          {loan.renewalCount > 0 && <span>{texts.loans.renewals(loan.renewalCount)}</span>}
          <span>{say.itemType(loan.itemType)}</span>
          <span className="code">{loan.barcode}</span>
        </p>
        {reasons.map((reason) => (
          <p key={reason} className="reason">
            {reason}
          </p>
        ))}
      </div>
      <button type="button" aria-label={texts.loans.renewOne(loan.title.title)} onClick={onRenew}>
        {texts.loans.renew}
      </button>
    </li>
  )
}
