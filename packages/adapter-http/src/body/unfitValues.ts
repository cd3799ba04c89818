import type { Invalid } from "@openshelf/core"

/** Values that JSON can say but no storage keeps as they are: numbers beyond doubles, -0, broken or NUL-holding text. */
export const unfitValues = (value: unknown, path = ""): ReadonlyArray<Invalid> => {
  if (typeof value === "number") return isSound(value) ? [] : [{ path, expected: "a number that a double holds" }]
  if (typeof value === "string")
    return /[\p{Surrogate}\0]/u.test(value) ? [{ path, expected: "well-formed text without NUL" }] : []
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([name, field]) => unfitValues(field, path === "" ? name : `${path}.${name}`))
}

const isSound = (value: number): boolean =>
  Number.isFinite(value) && !Object.is(value, -0) && (!Number.isInteger(value) || Number.isSafeInteger(value))
