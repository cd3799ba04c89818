import type { ReactNode } from "react"
import type { DemandWire, TitleLine } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { TitleText } from "../parts/TitleText.tsx"
import { useSession } from "../session/session.ts"
import { inVainOf } from "./inVain.ts"

/** Titles for which readers wait in vain, each with what would help. */
export const InVainList = (props: {
  demands: ReadonlyArray<DemandWire>
  onOpen: (title: TitleLine) => void
}): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const { demand } = texts
  const lines = inVainOf(props.demands)
  const count = lines.reduce((sum, line) => sum + line.count, 0)
  return (
    <section className="card" aria-labelledby="in-vain">
      <h2 id="in-vain">
        {demand.unfillable} <span className="count">{count}</span>
      </h2>
      {lines.length === 0 ? (
        <p className="none">{demand.nothingUnfillable}</p>
      ) : (
        <p className="help">{demand.unfillableHelp}</p>
      )}
      <ul className="lines">
        {lines.map((line) => (
          <li className="reservation" key={`${line.title.titleId} ${line.wouldFill} ${line.because}`}>
            <div>
              <TitleText title={line.title} />
              <p className="remedy">{demand.wouldFill[line.wouldFill]}</p>
              <p className="detail">
                <span>{demand.waitInVain(line.count)}</span>
                <span>{demand.since(say.day(line.since))}</span>
                <span>{demand.pickup(line.pickupBranches.map(say.branch).join(", "))}</span>
                {line.because !== "NoCopies" && line.because !== "LongOverdue" && (
                  <span>{demand.because[line.because]}</span>
                )}
              </p>
            </div>
            <div className="acts">
              <button
                type="button"
                aria-label={texts.queue.openOne(line.title.title)}
                onClick={() => props.onOpen(line.title)}
              >
                {texts.queue.open}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
