import { closest, distance } from "fastest-levenshtein"

/** The known name that a wrong one was probably meant to be: at most a third of its letters differ, case aside. */
export const suggest = (wrong: unknown, known: ReadonlyArray<string>): string | undefined => {
  if (typeof wrong !== "string" || wrong.length > 64 || known.length === 0) return undefined
  const near = closest(
    wrong.toLowerCase(),
    known.map((name) => name.toLowerCase())
  )
  const match = known.find((name) => name.toLowerCase() === near)
  const allowed = Math.ceil(wrong.length / 3)
  return match !== undefined && distance(wrong.toLowerCase(), near) <= allowed ? match : undefined
}
