import { type ReactNode, useState } from "react"
import type { DemandWire, TitleLine } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { tagOf } from "../parts/TitleText.tsx"

/** Rows that are shown at first, and more at a time. */
const rowsAtOnce = 30

/** How many wait for each copy of a title, as numbers and as a bar against the longest. */
export const RatioTable = (props: {
  demands: ReadonlyArray<DemandWire>
  onOpen: (title: TitleLine) => void
}): ReactNode => {
  const { demands, onOpen } = props
  const { texts } = useLanguage()
  const { demand } = texts
  const [shownMax, setShownMax] = useState(rowsAtOnce)
  const shown = demands.slice(0, shownMax)
  const most = Math.max(1, ...demands.map(({ perCopy }) => perCopy ?? 0))
  return (
    <section className="card" aria-labelledby="ratios">
      <h2 id="ratios">
        {demand.ratios} <span className="count">{demands.length}</span>
      </h2>
      <p className="help">{demands.length === 0 ? demand.nobody : demand.ratiosHelp}</p>
      {demands.length > 0 && (
        <table className="ratios" aria-labelledby="ratios">
          <thead>
            <tr>
              <th scope="col">{demand.title}</th>
              <th scope="col" className="number">
                {demand.waiting}
              </th>
              <th scope="col" className="number">
                {demand.copies}
              </th>
              <th scope="col">{demand.perCopy}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <Row key={one.title.titleId} demand={one} most={most} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
      {demands.length > 0 && <p className="help">{demand.shown(shown.length, demands.length)}</p>}
      {shown.length < demands.length && (
        <button type="button" onClick={() => setShownMax(shownMax + rowsAtOnce)}>
          {demand.show}
        </button>
      )}
    </section>
  )
}

const Row = (props: { demand: DemandWire; most: number; onOpen: (title: TitleLine) => void }): ReactNode => {
  const { title, waiting, copies, perCopy } = props.demand
  const { texts } = useLanguage()
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" lang={tagOf(title)} onClick={() => props.onOpen(title)}>
          {title.title}
        </button>
      </th>
      <td className="number">{waiting}</td>
      <td className="number">{copies}</td>
      <td>
        <span className="ratio">
          <span className={perCopy === null ? "owed" : ""}>
            {perCopy === null ? texts.demand.noCopy : Math.round(perCopy * 10) / 10}
          </span>
          {perCopy !== null && <meter aria-hidden="true" min={0} max={props.most} value={perCopy} />}
        </span>
      </td>
    </tr>
  )
}
