import type { TitleDescription } from "@openshelf/core"
import type { TitleDescription as MarcTitle } from "@openshelf/marc"

/** As cataloguers write for what has no title of its own. */
const untitled = "[untitled]"
const lineMax = 2_000
/** Never through a character that takes two units. */
const cut = (text: string, max = lineMax): string =>
  text.length > max ? text.slice(0, max).replace(/\p{Cs}$/u, "") : text

/** What the library keeps in its own words of what a MARC record says; the whole record is kept beside it. */
export const titleDescriptionOf = (marc: MarcTitle): TitleDescription => {
  const other = marc.otherScripts[0]
  const identifiers = [
    ...marc.isbns.map((number) => ({ kind: "isbn" as const, ...number })),
    ...marc.issns.map((number) => ({ kind: "issn" as const, ...number }))
  ].map((number) => ({ ...number, value: cut(number.value, 100) }))
  return {
    title: marc.title === "" ? untitled : cut(marc.title, 4_000),
    format: marc.format,
    identifiers: identifiers.slice(0, 500),
    subjects: marc.subjects.slice(0, 500).map((subject) => cut(subject)),
    classifications: marc.classifications
      .slice(0, 100)
      .map(({ scheme, number }) => ({ scheme: cut(scheme, 40), number: cut(number, 200) })),
    ...(marc.responsibility === null ? {} : { responsibility: cut(marc.responsibility) }),
    ...(marc.edition === null ? {} : { edition: cut(marc.edition) }),
    ...(marc.publisher === null ? {} : { publisher: cut(marc.publisher) }),
    ...(marc.year === null ? {} : { year: marc.year }),
    ...(marc.language === null ? {} : { language: marc.language }),
    ...(other === undefined ? {} : { originalScript: originalOf(other.title, other.responsibility) })
  }
}

const originalOf = (title: string, responsibility: string | null): NonNullable<TitleDescription["originalScript"]> => ({
  ...(title === "" ? {} : { title: cut(title, 4_000) }),
  ...(responsibility === null ? {} : { responsibility: cut(responsibility) })
})
