import type { RegulationLanguage } from "./words.ts"

/** A count in words, whether it is set or not. */
export const countText = (
  count: number | "unlimited" | undefined,
  unlimited: string,
  say: (count: number) => string,
  notSet: string
): string => {
  if (count === undefined) return notSet
  return count === "unlimited" ? unlimited : say(count)
}

/** The name in a language, else in any, else the code. */
export const nameIn = (
  names: Readonly<Record<string, string>> | undefined,
  language: RegulationLanguage,
  code: string
): string => names?.[language] ?? Object.values(names ?? {})[0] ?? code
