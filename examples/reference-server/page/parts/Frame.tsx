import { type ReactNode, useEffect } from "react"
import { LanguageChoice } from "../language/LanguageChoice.tsx"
import { useLanguage } from "../language/language.ts"

/** What is round every view: the way past the header, the library, who is signed in, the language. */
export const Frame = (props: {
  title: string
  place?: string
  who?: string
  onSignOut?: () => void
  children: ReactNode
}): ReactNode => {
  const { title, place, who, onSignOut, children } = props
  const { texts } = useLanguage()
  useEffect(() => {
    document.title = `${title} · Openshelf`
  }, [title])
  return (
    <>
      <a className="skip" href="#main">
        {texts.page.skip}
      </a>
      <header>
        <p className="brand">
          <img src="/shelf.svg" alt="" width="28" height="28" />
          Openshelf
        </p>
        {place !== undefined && <p className="place">{place}</p>}
        <LanguageChoice />
        {onSignOut !== undefined && (
          <p className="who">
            <span>{who}</span>
            <button type="button" onClick={onSignOut}>
              {texts.page.signOut}
            </button>
          </p>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        <h1>{title}</h1>
        {children}
      </main>
    </>
  )
}
