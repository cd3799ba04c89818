import { type ReactNode, useState } from "react"
import { type LanguageCode, LanguageContext, languages } from "./language.ts"

const remembered = "openshelf.language"

/** Gives all below it the texts of the chosen language, and says in the document which that is. */
export const LanguageProvider = ({ children }: { children: ReactNode }): ReactNode => {
  const [code, setCode] = useState<LanguageCode>(firstLanguage)
  const choose = (chosen: LanguageCode): void => {
    localStorage.setItem(remembered, chosen)
    setCode(chosen)
  }
  document.documentElement.lang = languages[code].tag
  return <LanguageContext value={{ code, ...languages[code], choose }}>{children}</LanguageContext>
}

const firstLanguage = (): LanguageCode => {
  const chosen = localStorage.getItem(remembered)
  if (chosen === "en" || chosen === "zh") return chosen
  return navigator.language.startsWith("zh") ? "zh" : "en"
}
