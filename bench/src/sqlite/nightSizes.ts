import { benchPolicy } from "../benchPolicy.ts"

export const sizes = { loans: 1_000_000, overdue: 100_000, readers: 100_000, titles: 100_000 }
export const deskItems = 400
export const deskReaders = 50

/** The policy of the benches, under which being late is charged night by night. */
export const accruing = {
  ...benchPolicy,
  rows: benchPolicy.rows.map((row) =>
    row.id === "base" ? { ...row, set: { ...row.set, overdueAccrues: true, debtMax: "unlimited" } } : row
  )
}
