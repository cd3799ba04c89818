import type { ReactNode } from "react"
import type { InterloanWire, Rows } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useSession } from "../session/session.ts"
import { DeclineForm } from "./DeclineForm.tsx"
import { InterloanCard } from "./InterloanCard.tsx"
import { InterloanLine, type LineAct } from "./InterloanLine.tsx"
import { SendForm } from "./SendForm.tsx"

/** What other systems ask for, have, or have sent back. */
export const LentCard = (props: { loans: Rows<InterloanWire>; refresh: () => Promise<void> }): ReactNode => {
  const { loans, refresh } = props
  const { texts } = useLanguage()
  const { api, say, may } = useSession()
  const { act, outcome, home } = useAct()
  const text = texts.interlending
  const lend = ({ interloanId, title, partner, account }: InterloanWire, item: string): Promise<void> =>
    act({
      send: (key, overriding) => api.lendOut(interloanId, { item, card: account ?? "", ...overriding }, key),
      done: async ({ dueAt }) => {
        await refresh()
        return ({ interlending }, words) => interlending.lentOut(title, words.partner(partner), words.day(dueAt))
      },
      notDone: ({ interlending }) => interlending.notLent(title),
      overridable: true
    })
  const decline = ({ interloanId, title }: InterloanWire, reason: string): Promise<void> =>
    act({
      send: (key) => api.declineInterloan(interloanId, reason === "" ? {} : { reason }, key),
      done: async () => {
        await refresh()
        return ({ interlending }) => interlending.declined(title)
      },
      notDone: ({ interlending }) => interlending.notDeclined(title)
    })
  const finish = ({ interloanId, title, copy }: InterloanWire): Promise<void> =>
    act({
      send: (key) => api.completeInterloan(interloanId, copy?.barcode ?? "", key),
      done: async ({ state }) => {
        await refresh()
        return ({ interlending }) =>
          state === "completed" ? interlending.finished(title) : interlending.finishedLost(title)
      },
      notDone: ({ interlending }) => interlending.notFinished(title)
    })
  const actsOf = (loan: InterloanWire): ReadonlyArray<LineAct> => {
    const { title, next, copy } = loan
    const all: Array<LineAct> = []
    if (next.includes("lendOut"))
      all.push({
        command: "lendOut",
        text: text.lend,
        label: text.lendOne(title),
        form: <SendForm onSend={(item) => void lend(loan, item)} />
      })
    if (next.includes("declineInterloan"))
      all.push({
        command: "declineInterloan",
        text: text.decline,
        label: text.declineOne(title),
        form: <DeclineForm onDecline={(reason) => void decline(loan, reason)} />
      })
    if (next.includes("completeInterloan"))
      all.push(
        copy !== null && lost.includes(copy.status)
          ? {
              command: "completeInterloan",
              text: text.finishLost,
              label: text.finishLostOne(title),
              onPress: () => void finish(loan)
            }
          : {
              command: "completeInterloan",
              text: text.finish,
              label: text.finishOne(title),
              onPress: () => void finish(loan)
            }
      )
    return all
  }
  const mayLend = may("interlending.lend")
  return (
    <InterloanCard
      id="lent"
      heading={text.lent}
      help={text.lentHelp}
      none={text.nothingLent}
      loans={loans}
      home={home}
      outcome={outcome}
      line={(loan) => (
        <InterloanLine
          key={`${loan.interloanId} ${loan.state}`}
          loan={loan}
          details={[
            text.to(say.partner(loan.partner)),
            text.lending[loan.state],
            ...(loan.copy === null || loan.copy.status === "onLoan" ? [] : [texts.queue.status[loan.copy.status]]),
            ...(loan.state === "requested" ? [text.since(say.day(loan.requestedAt))] : [])
          ]}
          {...(loan.state === "requested" && loan.account === null ? { why: text.noAccount } : {})}
          acts={mayLend ? actsOf(loan) : []}
        />
      )}
    />
  )
}

const lost: ReadonlyArray<string> = ["declaredLost", "agedToLost", "lostAndPaid"]
