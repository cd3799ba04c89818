import type { ReturnReceipt } from "@openshelf/core"
import type { ReactNode } from "react"
import type { Written } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import type { Say, Texts } from "../language/texts.ts"
import { useSession } from "../session/session.ts"

interface Notice {
  readonly kind: "alert" | "parts" | "setAside" | "sendTo" | "charge" | "deposit"
  readonly title: string
  readonly text: string
}

/** What a returned item asks of the desk, in the order of the hands: what to look at, where it goes, what it cost. */
export const noticesOf = (
  { alert, parts, setAside, sendTo, charge, depositBack }: Written<ReturnReceipt>,
  { notice }: Texts,
  say: Say
): ReadonlyArray<Notice> => {
  const notices: Array<Notice> = []
  if (alert !== "") notices.push({ kind: "alert", title: notice.alertTitle, text: alert })
  if (parts > 1) notices.push({ kind: "parts", title: notice.partsTitle, text: notice.parts(parts) })
  if (setAside !== null && setAside.shelfUntil !== null)
    notices.push({
      kind: "setAside",
      title: notice.setAsideTitle,
      text: notice.setAside(say.branch(setAside.pickupBranch), say.instant(setAside.shelfUntil))
    })
  if (sendTo !== null)
    notices.push({
      kind: "sendTo",
      title: `${notice.sendToTitle} → ${say.branch(sendTo)}`,
      text: notice.sendTo(say.branch(sendTo))
    })
  if (charge !== null)
    notices.push({ kind: "charge", title: notice.chargeTitle, text: notice.charge(say.money(charge.amount)) })
  if (depositBack !== null)
    notices.push({ kind: "deposit", title: notice.depositTitle, text: notice.deposit(say.money(depositBack.amount)) })
  return notices
}

/** The same, large: to be read from a step away. */
export const ReturnNotices = ({ receipt }: { receipt: Written<ReturnReceipt> }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const notices = noticesOf(receipt, texts, say)
  if (notices.length === 0) return null
  return (
    <section className="notices" aria-label={texts.page.notices}>
      {notices.map(({ kind, title, text }) => (
        <div key={kind} className={`notice ${kind}`}>
          <h2>{title}</h2>
          <p>{text}</p>
        </div>
      ))}
    </section>
  )
}
