import type { Duplex } from "node:stream"
import type { Cells } from "@openshelf/storage-sql"
import type pg from "pg"

/** One statement on the wire. Without values it goes as plain text, which may hold several. */
export interface Query {
  readonly text: string
  readonly values?: ReadonlyArray<unknown>
  /** What it is prepared under, once a connection; without one it is planned anew each time. */
  readonly name?: string
}

/** What became of a statement. */
export type Answer =
  | { readonly ok: true; readonly rows: ReadonlyArray<Cells>; readonly changed: number }
  | { readonly ok: false; readonly error: unknown }

/**
 * Sends statements in one flush and waits for all their answers: one round trip, however many they are. They are not
 * one transaction unless they say so. Never rejects: a connection that breaks, or that gives no answer for `answerMs`,
 * answers what was not answered by that error.
 */
export const flush = (
  client: pg.ClientBase,
  queries: ReadonlyArray<Query>,
  answerMs: number
): Promise<ReadonlyArray<Answer>> =>
  new Promise((resolve) => {
    const { stream } = (client as unknown as Wired).connection
    const answers = new Array<Answer>(queries.length)
    let open = queries.length
    const timer = setTimeout(() => stream.destroy(new Error(`no answer for ${answerMs} ms`)), answerMs)
    const answer = (at: number, given: Answer): void => {
      // An error may be told twice, by the server and by the end of the connection.
      if (answers[at] !== undefined) return
      answers[at] = given
      open--
      if (open > 0) return
      clearTimeout(timer)
      resolve(answers)
    }
    stream.cork()
    try {
      queries.forEach(({ text, values, name }, at) => {
        const query = values === undefined ? { text } : { text, values: values as unknown[], ...(name && { name }) }
        client.query({ ...query, rowMode: "array" }, (error: Error | null, result?: pg.QueryArrayResult) => {
          answer(at, error ? { ok: false, error } : answerOf(result))
        })
      })
    } finally {
      stream.uncork()
    }
  })

const answerOf = (result: pg.QueryArrayResult | undefined): Answer => ({
  ok: true,
  rows: result?.rows ?? [],
  changed: result?.rowCount ?? 0
})

/** The part of a client that its types leave out. */
interface Wired {
  readonly connection: { readonly stream: Duplex }
}
