import type { ReturnReceipt, SetStanding } from "@openshelf/core"
import type { ReactNode } from "react"
import type { Instant, Written } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import type { Say, Texts } from "../language/texts.ts"
import { showPaper } from "../parts/showPaper.ts"
import { useSession } from "../session/session.ts"
import { slipHtml } from "./slipHtml.ts"

interface Notice {
  readonly kind: "alert" | "parts" | "setAside" | "sendTo" | "sendBack" | "keep" | "charge" | "deposit"
  readonly title: string
  readonly text: string
}

/** What was taken back, as it is called on a slip. */
export interface Returned {
  readonly receipt: Written<ReturnReceipt>
  readonly title: string
  readonly barcode: string
}

/** What a returned item asks of the desk, in the order of the hands: what to look at, where it goes, what it cost. */
export const noticesOf = (
  { alert, parts, setAside, sendTo, sendBackTo, route, charge, depositBack }: Written<ReturnReceipt>,
  { notice }: Texts,
  say: Say
): ReadonlyArray<Notice> => {
  const notices: Array<Notice> = []
  const keptText = (code: string, until: Instant, ofSet: SetStanding | undefined): string =>
    ofSet === undefined
      ? notice.setAside(say.branch(code), say.instant(until))
      : notice.keptForSet(say.branch(code), say.instant(until), ofSet.here, ofSet.of)
  if (alert !== "") notices.push({ kind: "alert", title: notice.alertTitle, text: alert })
  if (parts > 1) notices.push({ kind: "parts", title: notice.partsTitle, text: notice.parts(parts) })
  // What still travels to its pickup shelf is to be sent: that is said below.
  if (setAside !== null && setAside.shelfUntil !== null)
    notices.push({
      kind: "setAside",
      title: notice.setAsideTitle,
      text: keptText(setAside.pickupBranch, setAside.shelfUntil, setAside.ofSet)
    })
  if (sendTo !== null)
    notices.push({
      kind: "sendTo",
      title: notice.sendToTitle(say.branch(sendTo)),
      text: setAside === null ? notice.sendTo(say.branch(sendTo)) : notice.sendToReserved(say.branch(sendTo))
    })
  if (sendBackTo !== null)
    notices.push({
      kind: "sendBack",
      title: notice.sendBackTitle(say.partner(sendBackTo)),
      text: notice.sendBack(say.partner(sendBackTo))
    })
  const keep = keepText(route, notice)
  if (keep !== null) notices.push({ kind: "keep", title: notice.keepTitle, text: keep })
  if (charge !== null)
    notices.push({ kind: "charge", title: notice.chargeTitle, text: notice.charge(say.money(charge.amount)) })
  if (depositBack !== null)
    notices.push({ kind: "deposit", title: notice.depositTitle, text: notice.deposit(say.money(depositBack.amount)) })
  return notices
}

const slipped: ReadonlyArray<Notice["kind"]> = ["setAside", "sendTo", "sendBack"]

/** What a copy that stays here, but not on its shelf, is kept for; `null`: it is no such copy. */
const keepText = (route: ReturnReceipt["route"], { keep }: Texts["notice"]): string | null =>
  route === "bookedHere" || route === "repairHere" || route === "processingHere" || route === "withdrawnHere"
    ? keep[route]
    : null

/** What nobody has to do anything about, but may want to know: that it goes on its shelf, and how far one had to look for who gets it. */
export const remarksOf = (
  { setAside, sendTo, sendBackTo, route, lookedAtCount }: Written<ReturnReceipt>,
  { notice }: Texts
): ReadonlyArray<string> => [
  ...(setAside === null && sendTo === null && sendBackTo === null && keepText(route, notice) === null
    ? [notice.shelve]
    : []),
  ...(lookedAtCount === undefined ? [] : [notice.lookedAt(lookedAtCount, setAside !== null)])
]

/** The same, large: to be read from a step away. What is set aside or sent on gets a slip. */
export const ReturnNotices = ({ returned }: { returned: Returned }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const notices = noticesOf(returned.receipt, texts, say)
  if (notices.length === 0) return null
  return (
    <section className="notices" aria-label={texts.page.notices}>
      {notices.map((notice) => (
        <div key={notice.kind} className={`notice ${notice.kind}`}>
          <h2>{notice.title}</h2>
          <p>{notice.text}</p>
          {slipped.includes(notice.kind) && <SlipButton notice={notice} returned={returned} />}
        </div>
      ))}
    </section>
  )
}

const SlipButton = ({ notice, returned }: { notice: Notice; returned: Returned }): ReactNode => {
  const { texts, tag } = useLanguage()
  const { say } = useSession()
  const { title, barcode } = returned
  const print = (): void => {
    const day = say.instant(new Date().toISOString())
    showPaper(slipHtml({ heading: notice.title, title, barcode, text: notice.text, day, language: tag }))
  }
  return (
    <button type="button" className="back" onClick={print}>
      {texts.notice.slip}
    </button>
  )
}
