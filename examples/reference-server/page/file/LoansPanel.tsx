import { type ReactNode, useState } from "react"
import type { RenewAllReply } from "../api/api.ts"
import type { Loan } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { reasonOf } from "../parts/reasons.ts"
import { TitleText } from "../parts/TitleText.tsx"
import { instantHere } from "../rules/instantHere.ts"
import { useSession } from "../session/session.ts"
import { DuePanel } from "../why/DuePanel.tsx"
import { NewDateForm } from "../why/NewDateForm.tsx"

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
  const { api, say, place, me } = useSession()
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
  const newDate = ({ barcode, title: { title } }: Loan, day: string, reason: string): Promise<void> => {
    const zone = place.branches.find(({ branch }) => branch === me.branch)?.zone ?? "UTC"
    return act({
      send: (key) => api.changeDueDate({ item: barcode, dueAt: instantHere(`${day}T23:59`, zone), reason }, key),
      done: async ({ dueAt }) => {
        await refresh()
        return (said, say) => said.why.changed(title, say.instant(dueAt))
      },
      notDone: (said) => said.why.notChanged(title)
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
            onNewDate={(day, reason) => void newDate(loan, day, reason)}
          />
        ))}
      </ul>
    </section>
  )
}

const LoanLine = (props: {
  loan: Loan
  reasons: ReadonlyArray<string>
  onRenew: () => void
  onNewDate: (day: string, reason: string) => void
}): ReactNode => {
  const { loan, reasons, onRenew, onNewDate } = props
  const { texts } = useLanguage()
  const { say, may } = useSession()
  const [shown, setShown] = useState<"why" | "newDate" | null>(null)
  const isLate = new Date(loan.dueAt).getTime() < Date.now()
  const toggle = (part: "why" | "newDate"): void => setShown(shown === part ? null : part)
  return (
    <li className={isLate ? "late" : ""}>
      <div>
        <TitleText title={loan.title} />
        <p className="detail">
          <span className="due">
            {isLate ? texts.loans.late : texts.loans.due} {say.instant(loan.dueAt)}
          </span>
          {loan.recalledAt !== null && <span className="due">{texts.loans.recalled}</span>}
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
      <div className="acts">
        <button type="button" aria-label={texts.loans.renewOne(loan.title.title)} onClick={onRenew}>
          {texts.loans.renew}
        </button>
        <button
          type="button"
          aria-label={texts.why.askOne(loan.title.title)}
          aria-expanded={shown === "why"}
          onClick={() => toggle("why")}
        >
          {texts.why.ask}
        </button>
        {may("loans.changeDueDate") && (
          <button
            type="button"
            aria-label={texts.why.newDateOne(loan.title.title)}
            aria-expanded={shown === "newDate"}
            onClick={() => toggle("newDate")}
          >
            {texts.why.newDate}
          </button>
        )}
      </div>
      {shown !== null && (
        <div className="below">
          {shown === "why" && <DuePanel loan={loan} />}
          {shown === "newDate" && (
            <NewDateForm
              onChange={(day, reason) => {
                setShown(null)
                onNewDate(day, reason)
              }}
            />
          )}
        </div>
      )}
    </li>
  )
}
