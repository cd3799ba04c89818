import type { ReactNode } from "react"
import { useLanguage } from "../language/language.ts"
import { TypedField } from "../parts/TypedField.tsx"

/** Who came for the reader, by card: folded away, as most come themselves. Enter leads on to the items. */
export const ProxyForm = (props: { card: string; onType: (card: string) => void; onDone: () => void }): ReactNode => {
  const { card, onType, onDone } = props
  const { texts } = useLanguage()
  return (
    <details>
      <summary>{texts.desk.proxy}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onDone()
        }}
      >
        <TypedField
          label={texts.desk.proxyCard}
          help={texts.desk.proxyHelp}
          typed={card}
          wrong={null}
          onType={onType}
        />
      </form>
    </details>
  )
}
