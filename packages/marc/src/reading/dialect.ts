import type { Dialect } from "../record.ts"

/** What tells the dialects apart; `coded` is subfield a of field 100. */
export interface DialectSigns {
  readonly has: (tag: string) => boolean
  readonly coded: string | undefined
}

/**
 * No record says which dialect it is. MARC 21 has its title in 245; UNIMARC has its coded data in 100, where MARC 21
 * has an author, beginning with a date of eight digits and a letter, and its title in 200. An 008, of MARC 21, stands
 * in UNIMARC records too that were converted.
 */
export const dialectFrom = ({ has, coded }: DialectSigns): Dialect => {
  if (has("245")) return "marc21"
  if (/^\d{8}[a-z |#]/.test(coded ?? "")) return "unimarc"
  return has("200") && !has("008") ? "unimarc" : "marc21"
}
