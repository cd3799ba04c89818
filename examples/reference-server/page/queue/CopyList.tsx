import type { ReactNode } from "react"
import type { CopyWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"

/** Where each copy is and in what state. */
export const CopyList = ({ copies, isAll }: { copies: ReadonlyArray<CopyWire>; isAll: boolean }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const { queue } = texts
  return (
    <section className="card" aria-labelledby="copies">
      <h2 id="copies">
        {queue.copies} <span className="count">{isAll ? copies.length : `${copies.length}+`}</span>
      </h2>
      {copies.length === 0 && <p className="none">{queue.noCopies}</p>}
      <ul className="lines">
        {copies.map((copy) => (
          <li key={copy.barcode}>
            <div>
              <p className="title">
                <span className="code">{copy.barcode}</span> · {queue.status[copy.status]}
              </p>
              <p className="detail">
                <span>{say.branch(copy.presentBranch)}</span>
                {copy.volume !== "" && <span>{copy.volume}</span>}
                <span>{say.itemType(copy.type)}</span>
                {copy.callNumber !== "" && <span>{copy.callNumber}</span>}
                {copy.dueAt !== null && <span>{queue.due(say.instant(copy.dueAt))}</span>}
                {copy.toBranch !== null && <span>{queue.onItsWay(say.branch(copy.toBranch))}</span>}
                {copy.recalledAt !== null && <span>{texts.loans.recalled}</span>}
                {copy.shelfUntil !== null && (
                  <span>{queue.keptUntil(say.branch(copy.pickupBranch ?? ""), say.instant(copy.shelfUntil))}</span>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {!isAll && <p className="help">{queue.moreCopies(copies.length)}</p>}
    </section>
  )
}
