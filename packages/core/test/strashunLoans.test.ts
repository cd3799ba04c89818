import { existsSync, readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import {
  estimated,
  inWholeDays,
  loansOfDays,
  queuesBehind,
  ratesOfLedger,
  roughly,
  scoreOf
} from "../src/testing/waits/index.ts"

const shared = process.env.OPENSHELF_SHARED ?? new URL("../../../../shared", import.meta.url).pathname
const file = `${shared}/data/circulation/strashun/vol_1_1.csv.gz`
const without = existsSync(file) ? "" : ", skipped: the data (shared/data/circulation/strashun) is not here"

const day = 86_400_000
const termDays = 14

describe.skipIf(without !== "")(`estimates behind the loans of a library of 1903${without}`, () => {
  it("learned from its first week, are honest about the next, and better than position by mean loan", () => {
    const all = loansOfDays(gunzipSync(readFileSync(file)).toString("utf8"))
    expect(all.length).toBe(2_050)
    // Before, everything was back on the same day: read in the house, or not told apart from that.
    const loans = all.slice(all.findIndex(({ lentAt, returnedAt }) => returnedAt - lentAt > day))
    const [earlier, later] = [loans.slice(0, loans.length / 2), loans.slice(loans.length / 2)]
    const rates = ratesOfLedger(earlier, later[0]?.lentAt ?? 0, termDays)
    const held = queuesBehind(later, termDays, 10)
    const ours = scoreOf(held, ({ question }) => inWholeDays(estimated(question, rates)))
    const meanDays = earlier.reduce((sum, loan) => sum + (loan.returnedAt - loan.lentAt) / day, 0) / earlier.length
    const theirs = scoreOf(held, ({ question }) => inWholeDays(roughly(question, meanDays, "copies")))
    // Most came back the same day: no range of whole days holds eight in ten of them, and no more.
    expect(ours.coverage).toBeGreaterThan(0.75)
    expect(ours.coverage).toBeLessThan(0.95)
    expect(ours.loss).toBeLessThan(0.85 * theirs.loss)
  })
})
