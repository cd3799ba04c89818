import type { ReactNode } from "react"
import type { QueueLineWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"

/** A reservation whose copy lies on the pickup shelf, or is on its way there: it has no place among those that wait. */
export const ReadyLine = ({ line }: { line: QueueLineWire }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const branch = say.branch(line.pickupBranch)
  return (
    <li className="ready">
      <div>
        <strong>
          {line.shelfUntil === null
            ? texts.queue.onItsWay(branch)
            : texts.queue.keptUntil(branch, say.instant(line.shelfUntil))}
        </strong>
        <p className="detail">
          <span>{texts.queue.since(say.day(line.placedAt))}</span>
          <span>{say.category(line.readerCategory)}</span>
        </p>
      </div>
    </li>
  )
}
