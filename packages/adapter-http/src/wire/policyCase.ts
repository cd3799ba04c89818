import type { Invalid, PolicyContext } from "@openshelf/core"

interface Value {
  readonly expected: string
  readonly holds: (value: unknown) => boolean
}

const word: Value = { expected: "a text, or null", holds: (value: unknown) => typeof value === "string" }
const count: Value = {
  expected: "a whole number from 0 on, or null",
  holds: (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
}
const yesOrNo: Value = { expected: "true, false or null", holds: (value: unknown) => typeof value === "boolean" }
const caseFields: { readonly [Field in keyof PolicyContext]: Value } = {
  readerCategory: word,
  itemType: word,
  branch: word,
  collection: word,
  location: word,
  format: word,
  language: word,
  readerAge: count,
  itemAgeDays: count,
  waiting: count,
  isRenewal: yesOrNo,
  onSite: yesOrNo,
  readerHome: { expected: "same, other or null", holds: (value) => value === "same" || value === "other" },
  readerNear: yesOrNo
}
const knownFields = new Map(Object.entries(caseFields))

/** What is wrong with a case: names that there are not, and values that are none of their field. */
export const againstCase = (fields: object): ReadonlyArray<Invalid> =>
  Object.entries(fields).flatMap(([name, value]) => {
    const known = knownFields.get(name)
    const expected = known === undefined ? `one of ${[...knownFields.keys()].join(", ")}` : known.expected
    const holds = known !== undefined && (value === null || known.holds(value))
    return holds ? [] : [{ path: `case.${name}`, expected }]
  })
