import type { ReactNode } from "react"
import type { CopyLineWire, Rows } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { TitleText } from "../parts/TitleText.tsx"

/** A list of copies, each with what is to be known of it, and what can be done. */
export const ListCard = <Line extends CopyLineWire>(props: {
  id: string
  heading: string
  help?: string
  none: string
  list: Rows<Line>
  keyOf: (line: Line) => string
  details: (line: Line) => ReadonlyArray<string>
  button?: { readonly text: string; readonly label: (title: string) => string; readonly onPress: (line: Line) => void }
}): ReactNode => {
  const { id, heading, help, none, list, keyOf, details, button } = props
  const { texts } = useLanguage()
  const { rows, next } = list
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>
        {heading} <span className="count">{next === null ? rows.length : `${rows.length}+`}</span>
      </h2>
      {help !== undefined && <p className="help">{help}</p>}
      {rows.length === 0 && <p className="none">{none}</p>}
      <ul className="lines">
        {rows.map((line) => (
          <li key={keyOf(line)}>
            <div>
              <TitleText title={line.title} />
              <p className="detail">
                <span className="code">{line.barcode}</span>
                {[line.location, line.callNumber, line.volume, ...details(line)]
                  .filter((one) => one !== "")
                  .map((one) => (
                    <span key={one}>{one}</span>
                  ))}
              </p>
            </div>
            {button !== undefined && (
              <button type="button" aria-label={button.label(line.title.title)} onClick={() => button.onPress(line)}>
                {button.text}
              </button>
            )}
          </li>
        ))}
      </ul>
      {next !== null && <p className="help">{texts.lists.first(rows.length)}</p>}
    </section>
  )
}
