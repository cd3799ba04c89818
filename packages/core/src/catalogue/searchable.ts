import type { TitleDescription } from "./description.ts"

/**
 * Text as it is compared in a search: compatibility forms unified (NFKC), lower case, marks on Latin letters dropped,
 * everything but letters, numbers and blanks a blank.
 */
export const searchable = (value: string): string =>
  value
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** What a title is found by: title, responsibility, both in their own script, identifiers. At most 2,000 characters. */
export const searchTextOf = (description: TitleDescription): string =>
  [
    description.title,
    description.responsibility ?? "",
    description.originalScript?.title ?? "",
    description.originalScript?.responsibility ?? "",
    ...(description.identifiers ?? []).map(({ value }) => value)
  ]
    .map(searchable)
    .filter((part) => part !== "")
    .join(" ")
    .slice(0, 2_000)
    // A cut through a character that takes two units.
    .replace(/\p{Cs}$/u, "")
