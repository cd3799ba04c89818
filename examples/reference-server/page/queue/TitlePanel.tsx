import { type ReactNode, useEffect, useRef } from "react"
import type { TitleLine } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { tagOf } from "../parts/TitleText.tsx"
import { useSession } from "../session/session.ts"
import { CopyList } from "./CopyList.tsx"
import { QueueList } from "./QueueList.tsx"
import { useTitleQueue } from "./titleQueue.ts"
import { hasRange, isExpected, waitText } from "./waitText.ts"

/** A title with its copies and its queue, and what a new reservation would have to expect. */
export const TitlePanel = (props: { title: TitleLine; backText: string; onBack: () => void }): ReactNode => {
  const { title, backText, onBack } = props
  const { texts } = useLanguage()
  const { say } = useSession()
  const { standing, failure, more, refresh } = useTitleQueue(title.titleId)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <section className="card" aria-labelledby="title-opened">
        <h2 id="title-opened" ref={heading} tabIndex={-1} lang={tagOf(title)}>
          {title.title}
        </h2>
        {title.responsibility !== "" && <p className="detail">{title.responsibility}</p>}
        {standing !== null && standing.newWait.wait !== null && (
          <p>
            {texts.queue.newWait(waitText(standing.newWait.wait, texts.queue))}{" "}
            {isExpected(standing.newWait.wait) && (
              <span className="help">
                {hasRange(standing.newWait.wait) ? `${texts.queue.rangeHelp} ` : ""}
                {standing.learnedAt === null ? texts.queue.guess : texts.queue.learned(say.day(standing.learnedAt))}
              </span>
            )}
          </p>
        )}
        <button type="button" className="back" onClick={onBack}>
          {backText}
        </button>
      </section>
      {failure !== null && <FailureBox failure={failure} onAgain={() => void refresh()} />}
      {standing === null && failure === null && <p>{texts.page.loading}</p>}
      {standing !== null && (
        <div className="columns">
          <CopyList copies={standing.copies} isAll={standing.areAllCopies} />
          <QueueList standing={standing} more={more} refresh={refresh} />
        </div>
      )}
    </>
  )
}
