import type { CashTexts } from "./cashTexts.ts"

export const enCash: CashTexts = {
  mode: "Cash desk",
  desk: (name) => `Cash desk ${name}`,
  nameless: "This desk has no name. Sign out, and give it one when you sign in: its cash desk goes by that name.",
  badName: (name) =>
    `A cash desk is named by letters, digits, hyphens and dots alone, not ${name}. Sign out, and give this desk such a name.`,
  help: "While it is open, every payment that is taken at this desk goes into it.",
  closed: "It is closed.",
  openSince: (when) => `Open since ${when}.`,
  float: "Money in it at the beginning",
  open: "Open it",
  opened: "The cash desk is open.",
  notOpened: "Not opened",
  expected: "What should be in it",
  method: "Paid by",
  shouldBe: "Should be",
  counted: (method) => `Counted: ${method}`,
  difference: "If it differs, why?",
  close: "Close it with this count",
  closedWith: (difference) => `Closed; the count differs by ${difference}.`,
  closedExactly: "Closed; the count is right.",
  notClosed: "Not closed",
  move: "Put money in, or take some out",
  amount: "Amount",
  reason: "What for",
  putIn: "Put in",
  takeOut: "Take out",
  moved: (expected) => `Done; there should be ${expected} in cash now.`,
  notMoved: "Not done",
  amountWrong: (example) => `An amount such as ${example}.`
}
