import type { ReactNode } from "react"
import type { TitleLine } from "../api/model.ts"

/** A title, told to be in its own language: for the right letters and the right voice. */
export const TitleText = ({ title }: { title: TitleLine }): ReactNode => (
  <p className="title" lang={tagOf(title)}>
    {title.title}
  </p>
)

/** The language that a title is in, as BCP 47. */
export const tagOf = ({ language }: TitleLine): string | undefined => tags[language]

/** BCP 47 for the codes of ISO 639-2 that catalogues write; others are left to the page's own language. */
const tags: Readonly<Record<string, string>> = {
  chi: "zh",
  zho: "zh",
  eng: "en",
  jpn: "ja",
  kor: "ko",
  fre: "fr",
  ger: "de",
  rus: "ru",
  spa: "es"
}
