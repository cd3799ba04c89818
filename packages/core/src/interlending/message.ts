import { Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { text, trimmedText } from "../decision/code.ts"
import type { InterloanId } from "./model.ts"

/** What is asked for, in words. */
export const TitleAsked = trimmedText(1, 4_000)

/** What one system tells the other of a loan between them. */
export type InterloanMessage =
  | { readonly kind: "requested"; readonly title: string }
  | { readonly kind: "shipped"; readonly barcode: Barcode; readonly dueAt: Instant }
  | { readonly kind: "unfilled"; readonly reason: string }
  | { readonly kind: "cancelled" | "received" | "sentBack" | "completed" | "completedWithoutReturn" }

/** The same as fields of a command. */
export const messageFields = {
  kind: Schema.Literals([
    "requested",
    "shipped",
    "unfilled",
    "cancelled",
    "received",
    "sentBack",
    "completed",
    "completedWithoutReturn"
  ]),
  /** What is asked for. */
  title: Schema.optionalKey(TitleAsked),
  /** The lender's own, of what was sent. */
  barcode: Schema.optionalKey(Barcode),
  /** When the lender wants it back. */
  dueAt: Schema.optionalKey(InstantInput),
  /** Why it is not lent. */
  reason: Schema.optionalKey(text(500))
}

export const messageIdOf = (interloanId: InterloanId, { kind }: Pick<InterloanMessage, "kind">): string =>
  `${interloanId} ${kind}`

/** Who tells it. */
export const toldBy = {
  requested: "borrower",
  cancelled: "borrower",
  received: "borrower",
  sentBack: "borrower",
  shipped: "lender",
  unfilled: "lender",
  completed: "lender",
  completedWithoutReturn: "lender"
} as const satisfies Record<InterloanMessage["kind"], "borrower" | "lender">
