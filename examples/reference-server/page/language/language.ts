import { createContext, useContext } from "react"
import { en } from "./en.ts"
import type { Texts } from "./texts.ts"
import { zh } from "./zh.ts"

export type LanguageCode = "en" | "zh"

interface Language {
  /** BCP 47. */
  readonly tag: string
  readonly texts: Texts
}

export const languages: Readonly<Record<LanguageCode, Language>> = {
  zh: { tag: "zh-CN", texts: zh },
  en: { tag: "en-GB", texts: en }
}

interface Chosen extends Language {
  readonly code: LanguageCode
  readonly choose: (code: LanguageCode) => void
}

export const LanguageContext = createContext<Chosen>({ code: "en", ...languages.en, choose: () => {} })

export const useLanguage = (): Chosen => useContext(LanguageContext)
