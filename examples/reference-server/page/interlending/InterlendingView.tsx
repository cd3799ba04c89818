import { type ReactNode, useCallback, useEffect, useState } from "react"
import type { Failure, InterloanWire, Rows } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useSession } from "../session/session.ts"
import { BorrowedCard } from "./BorrowedCard.tsx"
import { LentCard } from "./LentCard.tsx"

interface Open {
  readonly borrowed: Rows<InterloanWire>
  readonly lent: Rows<InterloanWire>
}

/** What is borrowed from other library systems, and lent to them, with what can be done next. */
export const InterlendingView = (): ReactNode => {
  const { texts } = useLanguage()
  const { api } = useSession()
  const [open, setOpen] = useState<Open | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const refresh = useCallback(async (): Promise<void> => {
    const [borrowed, lent] = await Promise.all([api.openInterloans("borrower"), api.openInterloans("lender")])
    if (borrowed.kind !== "done") return setFailure(borrowed)
    if (lent.kind !== "done") return setFailure(lent)
    setFailure(null)
    setOpen({ borrowed: borrowed.value, lent: lent.value })
  }, [api])
  useEffect(() => void refresh(), [refresh])
  if (failure !== null) return <FailureBox failure={failure} onAgain={() => void refresh()} />
  if (open === null) return <p className="none">{texts.page.loading}</p>
  return (
    <>
      <p className="again">
        <button type="button" onClick={() => void refresh()}>
          {texts.lists.again}
        </button>
      </p>
      <div className="columns">
        <BorrowedCard loans={open.borrowed} refresh={refresh} />
        <LentCard loans={open.lent} refresh={refresh} />
      </div>
    </>
  )
}
