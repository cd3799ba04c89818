import { type ReactNode, useRef, useState } from "react"
import { useLanguage } from "../language/language.ts"

interface ResultLine {
  readonly number: number
  readonly isGood: boolean
  readonly text: string
  readonly details: ReadonlyArray<string>
}

const shownMax = 50

/** What was done at this desk lately, newest first. */
export const useResultLines = (): {
  add: (isGood: boolean, text: string, details?: ReadonlyArray<string>) => void
  list: ReactNode
} => {
  const [lines, setLines] = useState<ReadonlyArray<ResultLine>>([])
  const count = useRef(0)
  const add = (isGood: boolean, text: string, details: ReadonlyArray<string> = []): void => {
    count.current += 1
    const line = { number: count.current, isGood, text, details }
    setLines((older) => [line, ...older].slice(0, shownMax))
  }
  return { add, list: <ResultList lines={lines} /> }
}

const ResultList = ({ lines }: { lines: ReadonlyArray<ResultLine> }): ReactNode => {
  const { texts } = useLanguage()
  return (
    <section className="card" aria-labelledby="results">
      <h2 id="results">{texts.desk.results}</h2>
      {lines.length === 0 && <p className="none">{texts.desk.noResults}</p>}
      <ol className="results">
        {lines.map(({ number, isGood, text, details }) => (
          <li key={number} className={isGood ? "good" : "bad"}>
            {text}
            {details.map((detail) => (
              <p key={detail} className="detail">
                {detail}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
