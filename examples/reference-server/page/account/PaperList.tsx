import { type ReactNode, useState } from "react"
import type { Whose } from "../api/api.ts"
import type { Account, Failure, Reply } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { showPaper } from "../parts/showPaper.ts"
import { useSession } from "../session/session.ts"

const shownMax = 5

/** Bill and receipts: each opens as a page of its own, to be printed. */
export const PaperList = ({ whose, account }: { whose: Whose; account: Account }): ReactNode => {
  const { texts, code } = useLanguage()
  const { api, say } = useSession()
  const [failure, setFailure] = useState<Failure | null>(null)
  const payments = account.entries.rows.filter(({ kind }) => kind === "payment").slice(0, shownMax)
  const open = async (asked: Promise<Reply<{ readonly html: string }>>): Promise<void> => {
    const reply = await asked
    setFailure(reply.kind === "done" ? null : reply)
    if (reply.kind === "done") showPaper(reply.value.html)
  }
  if (account.balance <= 0 && payments.length === 0) return null
  return (
    <>
      <h3>{texts.account.papers}</h3>
      {failure !== null && <FailureBox failure={failure} />}
      <ul className="papers">
        {account.balance > 0 && (
          <li>
            <button type="button" onClick={() => void open(api.bill(whose, code))}>
              {texts.account.bill}
            </button>
          </li>
        )}
        {payments.map(({ entryId, amount, at }) => (
          <li key={entryId}>
            <button type="button" onClick={() => void open(api.receipt(whose, entryId, code))}>
              {texts.account.receipt(say.money(-amount), say.day(at))}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
