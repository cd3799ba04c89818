import { type ReactNode, useState } from "react"
import type { Failure, InHandWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import type { Say, Texts } from "../language/texts.ts"
import { useAnnounce } from "../parts/announcement.tsx"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { useQueue } from "../parts/queue.ts"
import { ScanField } from "../parts/ScanField.tsx"
import { TitleText } from "../parts/TitleText.tsx"
import { useSession } from "../session/session.ts"

/** One scan of what lies on the desk says what it is and where it goes. Nothing is lent or taken back. */
export const InHandView = (): ReactNode => {
  const { texts } = useLanguage()
  const { api, say } = useSession()
  const announce = useAnnounce()
  const inOrder = useQueue()
  const field = useFirstFocus()
  const [found, setFound] = useState<InHandWire | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const look = async (barcode: string): Promise<void> => {
    const reply = await api.inHand(barcode)
    setFound(reply.kind === "done" ? reply.value : null)
    setFailure(reply.kind === "done" ? null : reply)
    if (reply.kind !== "done") return
    announce(`${reply.value.title.title}: ${nextText(reply.value, texts, say)}`)
  }
  const scan = (barcode: string): void => {
    field.current?.focus()
    if (barcode !== "") inOrder(() => look(barcode))
  }
  return (
    <div className="columns">
      <div className="card scans">
        <ScanField
          label={texts.desk.barcode}
          help={texts.inHand.help}
          action={texts.desk.show}
          field={field}
          onScan={scan}
        />
        {failure !== null && <FailureBox failure={failure} />}
      </div>
      {found !== null && <Standing found={found} />}
    </div>
  )
}

const nextText = ({ next, sendTo, sendBackTo }: InHandWire, { inHand }: Texts, say: Say): string =>
  inHand.next[next](sendBackTo === null ? say.branch(sendTo ?? "") : say.partner(sendBackTo))

const Standing = ({ found }: { found: InHandWire }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const { item, title, loan, keptFor, waitingCount, next } = found
  const { inHand } = texts
  return (
    <section aria-label={inHand.mode}>
      <div className={`notice ${next === "pickupShelf" || next === "setAside" ? "setAside" : "sendTo"}`}>
        <h2>{nextText(found, texts, say)}</h2>
        <TitleText title={title} />
      </div>
      <div className="card">
        <dl className="facts">
          <Fact name={texts.desk.barcode}>{item.barcode}</Fact>
          <Fact name={inHand.type}>{say.itemType(item.type)}</Fact>
          <Fact name={inHand.belongs}>{say.branch(item.homeBranch)}</Fact>
          {item.callNumber !== "" && <Fact name={inHand.callNumber}>{item.callNumber}</Fact>}
          {loan !== null && (
            <Fact name={loan.overdue ? texts.loans.late : texts.loans.due}>{say.instant(loan.dueAt)}</Fact>
          )}
          {keptFor !== null && keptFor.shelfUntil !== null && (
            <Fact name={inHand.kept}>{say.instant(keptFor.shelfUntil)}</Fact>
          )}
          {keptFor !== null && keptFor.ofSet !== null && (
            <Fact name={inHand.set}>{texts.reservations.ofSet(keptFor.ofSet.here, keptFor.ofSet.of)}</Fact>
          )}
          <Fact name={inHand.waiting}>{waitingCount}</Fact>
          {item.parts > 1 && <Fact name={inHand.parts}>{item.parts}</Fact>}
        </dl>
      </div>
    </section>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
