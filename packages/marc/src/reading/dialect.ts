import type { Dialect } from "../record.ts"

/** What tells the dialects apart; `coded` is subfield a of field 100. */
export interface DialectSigns {
  readonly has: (tag: string) => boolean
  readonly coded: string | undefined
}

/**
 * No record says which dialect it is. MARC 21 has its coded data in 008 and its title in 245; UNIMARC has them in 100,
 * which begins with a date of eight digits, and in 200.
 */
export const dialectFrom = ({ has, coded }: DialectSigns): Dialect => {
  if (has("008") || has("245")) return "marc21"
  return has("200") || /^\d{8}[a-z |#]/.test(coded ?? "") ? "unimarc" : "marc21"
}
