import type { Refusal } from "@openshelf/core"

/** The code of a refusal, and what it is about. */
export const refusalText = ({ _tag, ...about }: Refusal): string =>
  [_tag, ...Object.values(about).map((value) => (typeof value === "string" ? value : JSON.stringify(value)))].join(" ")

/** What does not hold of an input, and where. */
export const invalidText = (invalid: ReadonlyArray<{ readonly path: string; readonly expected: string }>): string =>
  invalid
    .map(({ path, expected }) => (path === "" ? `expected ${expected}` : `${path}: expected ${expected}`))
    .join("; ")
