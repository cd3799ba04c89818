import type { Size } from "./madeProblem.ts"

/** By name: a large system in one night, and one title that everybody wants, with too few copies and with enough. */
export const sizes = {
  large: { reservations: 100_000, copies: 300_000, titles: 40_000, loadFree: 2_000 },
  skewed: { reservations: 5_000, copies: 2_000, titles: 1, loadFree: 40 },
  plenty: { reservations: 2_000, copies: 5_000, titles: 1, loadFree: 30 }
} as const satisfies Readonly<Record<string, Size>>
