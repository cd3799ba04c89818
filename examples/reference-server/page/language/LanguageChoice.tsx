import type { ReactNode } from "react"
import { type LanguageCode, languages, useLanguage } from "./language.ts"

/** One button a language; each says its own name in itself. */
export const LanguageChoice = (): ReactNode => {
  const { code, texts, choose } = useLanguage()
  return (
    <fieldset className="choice">
      <legend className="unseen">{texts.language.choose}</legend>
      {(Object.keys(languages) as ReadonlyArray<LanguageCode>).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === code}
          lang={languages[one].tag}
          onClick={() => choose(one)}
        >
          {languages[one].texts.language.name}
        </button>
      ))}
    </fieldset>
  )
}
