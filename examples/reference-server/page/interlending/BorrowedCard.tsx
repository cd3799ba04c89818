import { type ReactNode, useState } from "react"
import type { InterloanWire, Rows } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useSession } from "../session/session.ts"
import { InterloanCard } from "./InterloanCard.tsx"
import { InterloanLine, type LineAct } from "./InterloanLine.tsx"
import { RequestForm } from "./RequestForm.tsx"
import { TakeInForm } from "./TakeInForm.tsx"

/** What was asked for from other systems, is here, or is to go back. */
export const BorrowedCard = (props: { loans: Rows<InterloanWire>; refresh: () => Promise<void> }): ReactNode => {
  const { loans, refresh } = props
  const { texts } = useLanguage()
  const { api, say, may, place } = useSession()
  const { act, outcome, home } = useAct()
  const asking = useAct()
  const [askedCount, setAskedCount] = useState(0)
  const text = texts.interlending
  const ask = (partner: string, title: string): Promise<void> =>
    asking.act({
      send: (key) => api.requestInterloan({ partner, title }, key),
      done: async () => {
        await refresh()
        setAskedCount((count) => count + 1)
        return ({ interlending }, words) => interlending.requested(title, words.partner(partner))
      },
      notDone: ({ interlending }) => interlending.notRequested(title)
    })
  const cancel = ({ interloanId, title }: InterloanWire): Promise<void> =>
    act({
      send: (key) => api.cancelInterloan(interloanId, key),
      done: async () => {
        await refresh()
        return ({ interlending }) => interlending.cancelled(title)
      },
      notDone: ({ interlending }) => interlending.notCancelled(title)
    })
  const takeIn = ({ interloanId, title, reservationId }: InterloanWire, barcode: string, type: string): Promise<void> =>
    act({
      send: (key) =>
        api.borrowIn(
          interloanId,
          { barcode, type, ...(reservationId === null ? {} : { reservation: reservationId }) },
          key
        ),
      done: async ({ setAside }) => {
        await refresh()
        return ({ interlending }, words) =>
          setAside === null
            ? interlending.taken(title)
            : interlending.takenFor(title, words.branch(setAside.pickupBranch))
      },
      notDone: ({ interlending }) => interlending.notTaken(title)
    })
  const sendBack = ({ interloanId, title, state, copy }: InterloanWire): Promise<void> => {
    const isLost = state === "completedWithoutReturn"
    return act({
      send: (key) => api.sendBack(interloanId, copy?.barcode ?? "", key),
      done: async () => {
        await refresh()
        return ({ interlending }) => (isLost ? interlending.closed(title) : interlending.sentBack(title))
      },
      notDone: ({ interlending }) => (isLost ? interlending.notClosed(title) : interlending.notSentBack(title))
    })
  }
  const actsOf = (loan: InterloanWire): ReadonlyArray<LineAct> => {
    const { title, next, state } = loan
    const all: Array<LineAct> = []
    if (next.includes("cancelInterloan"))
      all.push({
        command: "cancelInterloan",
        text: text.cancel,
        label: text.cancelOne(title),
        onPress: () => void cancel(loan)
      })
    if (next.includes("borrowIn"))
      all.push({
        command: "borrowIn",
        text: text.take,
        label: text.takeOne(title),
        form: <TakeInForm barcode={loan.barcode} onTake={(barcode, type) => void takeIn(loan, barcode, type)} />
      })
    if (next.includes("sendBack"))
      all.push(
        state === "completedWithoutReturn"
          ? { command: "sendBack", text: text.close, label: text.closeOne(title), onPress: () => void sendBack(loan) }
          : {
              command: "sendBack",
              text: text.sendBack,
              label: text.sendBackOne(title),
              onPress: () => void sendBack(loan)
            }
      )
    return all
  }
  const mayBorrow = may("interlending.borrow")
  return (
    <InterloanCard
      id="borrowed"
      heading={text.borrowed}
      help={text.borrowedHelp}
      none={text.nothingBorrowed}
      loans={loans}
      home={home}
      outcome={outcome}
      line={(loan) => (
        <InterloanLine
          key={`${loan.interloanId} ${loan.state}`}
          loan={loan}
          details={[
            text.from(say.partner(loan.partner)),
            text.borrowing[loan.state],
            ...(loan.copy === null || loan.state === "sentBack" ? [] : [texts.queue.status[loan.copy.status]]),
            ...(loan.unwanted ? [text.unwanted] : []),
            ...(loan.state === "requested" ? [text.since(say.day(loan.requestedAt))] : [])
          ]}
          acts={mayBorrow ? actsOf(loan) : []}
        />
      )}
    >
      {mayBorrow && Object.keys(place.partners).length > 0 && (
        <RequestForm key={askedCount} onAsk={(partner, title) => void ask(partner, title)}>
          {asking.outcome}
        </RequestForm>
      )}
    </InterloanCard>
  )
}
