import type { ReactNode, RefObject } from "react"
import type { InterloanWire, Rows } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"

/** Loans of one side, the one asked for first first. `children`: what stands below them. */
export const InterloanCard = (props: {
  id: string
  heading: string
  help: string
  none: string
  loans: Rows<InterloanWire>
  home: RefObject<HTMLHeadingElement | null>
  outcome: ReactNode
  line: (loan: InterloanWire) => ReactNode
  children?: ReactNode
}): ReactNode => {
  const { id, heading, help, none, loans, home, outcome, line, children } = props
  const { texts } = useLanguage()
  const { rows, next } = loans
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id} ref={home} tabIndex={-1}>
        {heading} <span className="count">{next === null ? rows.length : `${rows.length}+`}</span>
      </h2>
      <p className="help">{help}</p>
      {outcome}
      {rows.length === 0 && <p className="none">{none}</p>}
      <ul className="lines">{rows.map(line)}</ul>
      {next !== null && <p className="help">{texts.lists.first(rows.length)}</p>}
      {children}
    </section>
  )
}
