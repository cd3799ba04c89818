import type { ReactNode } from "react"
import type { ProxyTexts } from "../language/texts.ts"
import { TypedField } from "../parts/TypedField.tsx"

/** Who came for the reader, or asks for them, by card: folded away, as most come themselves. Enter leads on. */
export const ProxyForm = (props: {
  text: ProxyTexts
  card: string
  onType: (card: string) => void
  onDone: () => void
}): ReactNode => {
  const { text, card, onType, onDone } = props
  return (
    <details>
      <summary>{text.proxy}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onDone()
        }}
      >
        <TypedField label={text.proxyCard} help={text.proxyHelp} typed={card} wrong={null} onType={onType} />
      </form>
    </details>
  )
}
