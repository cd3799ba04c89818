import type { Builder } from "../facts/builder.ts"
import type { Statement } from "../statement.ts"
import type { Step } from "./step.ts"

/** An update that fails when there is no row for it. */
export const touching = ({ traits }: Builder, update: Statement): Step => ({
  ...update,
  sql: traits.mustTouch(update.sql),
  mustTouch: true
})
