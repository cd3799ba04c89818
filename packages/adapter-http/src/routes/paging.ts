import { CursorUnknown, type Page, StorageFault } from "@openshelf/core"
import { Schema } from "effect"
import { invalid } from "../problem/problem.ts"
import { type Call, found, type Reply } from "../route.ts"
import { cursorText, readCursor } from "../wire/cursor.ts"

const limitMax = 200

/** Query fields of a route that gives rows page by page. */
export const pageQuery = {
  after: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(8_000))),
  limit: Schema.optionalKey(
    Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 1, maximum: limitMax }))
  )
}

/** Rows, and the cursor for those that follow; `null`: there are none. */
export const pageShape = <R extends Schema.Top>(row: R) =>
  Schema.Struct({ rows: Schema.Array(row), next: Schema.NullOr(Schema.String) })

/** A page of `load`, from the cursor that the query gives; one that does not belong to this question is refused. */
export const paged = async <Row>(
  { identity, query }: Pick<Call, "identity" | "query">,
  question: ReadonlyArray<string>,
  load: (at: { readonly after: string | null; readonly limit: number }) => Promise<Page<Row> | null>,
  view: (page: { readonly rows: ReadonlyArray<Row>; readonly next: string | null }) => unknown
): Promise<Reply | null> => {
  const asked = [identity.tenant, ...question]
  const after = readCursor(query.after as string | undefined, asked)
  if (after === undefined) return notOfThisList
  const page = await load({ after, limit: (query.limit as number | undefined) ?? 50 }).catch(cursorUnknown)
  if (page === cursorIsNone) return notOfThisList
  return page === null ? null : found(view({ rows: page.rows, next: cursorText(page.next, asked) }))
}

const notOfThisList = invalid({ path: "after", expected: "the `next` of this very list" })
const cursorIsNone = Symbol("cursor is none")

/** Who forges the seal of a cursor gets no further with what is in it. */
const cursorUnknown = (fault: unknown): typeof cursorIsNone => {
  if (fault instanceof StorageFault && fault.cause instanceof CursorUnknown) return cursorIsNone
  throw fault
}
