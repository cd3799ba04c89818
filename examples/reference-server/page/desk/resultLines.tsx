import { type ReactNode, useRef, useState } from "react"
import { useLanguage } from "../language/language.ts"
import type { Say, Texts } from "../language/texts.ts"
import type { Said } from "../parts/act.tsx"
import { useSession } from "../session/session.ts"

/** One thing done at the desk, or not. */
interface Result {
  readonly isGood: boolean
  readonly said: Said
  readonly details?: (texts: Texts, say: Say) => ReadonlyArray<string>
}

interface ResultLine extends Result {
  readonly number: number
}

const shownMax = 50

/** What was done at this desk lately, newest first. */
export const useResultLines = (): { add: (result: Result) => void; list: ReactNode } => {
  const [lines, setLines] = useState<ReadonlyArray<ResultLine>>([])
  const count = useRef(0)
  const add = (result: Result): void => {
    count.current += 1
    const line = { ...result, number: count.current }
    setLines((older) => [line, ...older].slice(0, shownMax))
  }
  return { add, list: <ResultList lines={lines} /> }
}

const ResultList = ({ lines }: { lines: ReadonlyArray<ResultLine> }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  return (
    <section className="card" aria-labelledby="results">
      <h2 id="results">{texts.desk.results}</h2>
      {lines.length === 0 && <p className="none">{texts.desk.noResults}</p>}
      <ol className="results">
        {lines.map(({ number, isGood, said, details }) => (
          <li key={number} className={isGood ? "good" : "bad"}>
            {said(texts, say)}
            {details?.(texts, say).map((detail) => (
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
