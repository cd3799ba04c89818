import pg from "pg"

/** One statement as it went to the server. */
export interface Sent {
  readonly text: string
  readonly values?: ReadonlyArray<unknown>
  readonly name?: string
}

/** Statements by flush, in the order in which one desk sent them. */
export interface Recording {
  readonly flushes: ReadonlyArray<ReadonlyArray<Sent>>
  /** Call at each flush, before it. */
  readonly flush: () => void
  readonly stop: () => void
}

/** Writes down every statement that any client sends from now on. */
export const record = (): Recording => {
  const flushes: Array<Array<Sent>> = []
  const query = pg.Client.prototype.query
  const recorded = function (this: pg.Client, sent: Sent, ...rest: ReadonlyArray<unknown>): unknown {
    flushes.at(-1)?.push({
      text: sent.text,
      ...(sent.values === undefined ? {} : { values: [...sent.values] }),
      ...(sent.name === undefined ? {} : { name: sent.name })
    })
    return (query as (...all: ReadonlyArray<unknown>) => unknown).call(this, sent, ...rest)
  }
  pg.Client.prototype.query = recorded as typeof query
  return {
    flushes,
    flush: () => {
      flushes.push([])
    },
    stop: () => {
      pg.Client.prototype.query = query
    }
  }
}

/** Sends the statements of one flush at once, and waits for their answers. */
export const replayFlush = async (client: pg.Client, flush: ReadonlyArray<Sent>): Promise<void> => {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: import("node:stream").Duplex } })
    .connection
  stream.cork()
  const answers = flush.map(({ text, values, name }) =>
    client.query({
      text,
      rowMode: "array",
      ...(values === undefined ? {} : { values: [...values] }),
      ...(name === undefined ? {} : { name })
    } as never)
  )
  stream.uncork()
  await Promise.all(answers)
}
