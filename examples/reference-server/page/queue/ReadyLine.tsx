import type { ReactNode } from "react"
import type { QueueLineWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"
import { waitText } from "./waitText.ts"

/** A reservation whose copy lies on the pickup shelf, or is on its way there: it has no place among those that wait. */
export const ReadyLine = ({ line }: { line: QueueLineWire }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const branch = say.branch(line.pickupBranch)
  const { queue } = texts
  return (
    <li className="ready">
      <div>
        <strong>
          {line.shelfUntil === null ? queue.onItsWay(branch) : queue.keptUntil(branch, say.instant(line.shelfUntil))}
        </strong>
        <p className="detail">
          {line.wait !== null && <span>{queue.expected(waitText(line.wait, queue))}</span>}
          <span>{queue.since(say.day(line.placedAt))}</span>
          <span>{say.category(line.readerCategory)}</span>
        </p>
      </div>
    </li>
  )
}
