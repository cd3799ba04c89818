import { type ReactNode, useState } from "react"
import type { DemandWire, TitleLine } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { TitleText } from "../parts/TitleText.tsx"
import { useSession } from "../session/session.ts"
import { AskForm } from "./AskForm.tsx"
import { inVainOf } from "./inVain.ts"

/**
 * Titles for which readers wait in vain, each with what would help. `asked`: reservations for which another system was asked;
 * `null`: none may be.
 */
export const InVainList = (props: {
  demands: ReadonlyArray<DemandWire>
  asked: ReadonlySet<string> | null
  refresh: () => Promise<void>
  onOpen: (title: TitleLine) => void
}): ReactNode => {
  const { texts } = useLanguage()
  const { api, say } = useSession()
  const { act, outcome, home } = useAct()
  const [shown, setShown] = useState<string | null>(null)
  const { demand } = texts
  const lines = inVainOf(props.demands)
  const ask = (reservation: string, partner: string, { title, responsibility }: TitleLine): Promise<void> =>
    act({
      send: (key) =>
        api.requestInterloan({ partner, title: [title, responsibility].filter(Boolean).join(" / "), reservation }, key),
      done: async () => {
        setShown(null)
        await props.refresh()
        return ({ interlending }, words) => interlending.requested(title, words.partner(partner))
      },
      notDone: ({ interlending }) => interlending.notRequested(title)
    })
  const count = lines.reduce((sum, line) => sum + line.count, 0)
  return (
    <section className="card" aria-labelledby="in-vain">
      <h2 id="in-vain" ref={home} tabIndex={-1}>
        {demand.unfillable} <span className="count">{count}</span>
      </h2>
      {outcome}
      {lines.length === 0 ? (
        <p className="none">{demand.nothingUnfillable}</p>
      ) : (
        <p className="help">{demand.unfillableHelp}</p>
      )}
      <ul className="lines">
        {lines.map((line) => {
          const key = `${line.title.titleId} ${line.wouldFill} ${line.because}`
          const unasked = props.asked === null ? [] : line.reservationIds.filter((id) => props.asked?.has(id) === false)
          const askedCount = props.asked === null ? 0 : line.count - unasked.length
          const [next] = unasked
          return (
            <li className="reservation" key={key}>
              <div>
                <TitleText title={line.title} />
                <p className="remedy">{demand.wouldFill[line.wouldFill]}</p>
                <p className="detail">
                  <span>{demand.waitInVain(line.count)}</span>
                  <span>{demand.since(say.day(line.since))}</span>
                  {askedCount > 0 && <span>{demand.askedElsewhere(askedCount)}</span>}
                  <span>{demand.pickup(line.pickupBranches.map(say.branch).join(", "))}</span>
                  {line.because !== "NoCopies" && line.because !== "LongOverdue" && (
                    <span>{demand.because[line.because]}</span>
                  )}
                </p>
              </div>
              <div className="acts">
                {next !== undefined && (
                  <button
                    type="button"
                    aria-label={texts.interlending.requestOne(line.title.title)}
                    aria-expanded={shown === key}
                    onClick={() => setShown(shown === key ? null : key)}
                  >
                    {texts.interlending.request}
                  </button>
                )}
                <button
                  type="button"
                  aria-label={texts.queue.openOne(line.title.title)}
                  onClick={() => props.onOpen(line.title)}
                >
                  {texts.queue.open}
                </button>
              </div>
              {next !== undefined && shown === key && (
                <div className="below">
                  <AskForm onAsk={(partner) => void ask(next, partner, line.title)} />
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
