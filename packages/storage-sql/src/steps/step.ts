import type { Statement } from "../statement.ts"

/** A statement that writes. */
export interface Step extends Statement {
  /** Whether it is an error when no row was there for it. */
  readonly mustTouch: boolean
}
