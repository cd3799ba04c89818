import { Busy, StorageFault } from "@openshelf/core"
import pg from "pg"
import { type Answer, flush, type Query } from "./flush.ts"
import { isCrowded, natureOf } from "./sqlState.ts"

/** A connection that is one's own for a while. */
export interface Link {
  /** One round trip. */
  readonly flush: (queries: ReadonlyArray<Query>) => Promise<ReadonlyArray<Answer>>
}

export interface Pool {
  /** Work on a connection of its own. Rejects with `Busy` or `StorageFault` when none is to be had in time. */
  readonly use: <A>(work: (link: Link) => Promise<A>) => Promise<A>
  /** Waits for work that is under way. */
  readonly close: () => Promise<void>
}

export interface PoolOptions {
  readonly connection: pg.ClientConfig
  readonly poolMax: number
  /** How long to wait for a connection. */
  readonly connectMs: number
  /** How long a server may take to answer before its connection is given up. */
  readonly answerMs: number
  readonly onRoundTrip: () => void
}

export const openPool = ({ connection, poolMax, connectMs, answerMs, onRoundTrip }: PoolOptions): Pool => {
  const pool = new pg.Pool({
    ...connection,
    max: poolMax,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 60_000,
    pipeline: true
  })
  // A connection that breaks says so to its statements, or to the pool when it is idle. An error that nobody listens
  // to would end the process.
  const unheard = (): void => {}
  pool.on("error", unheard)
  pool.on("connect", (client) => client.on("error", unheard))

  const connect = async (): Promise<pg.PoolClient> => {
    const full = pool.idleCount === 0 && pool.totalCount >= poolMax
    try {
      return await pool.connect()
    } catch (cause) {
      throw isCrowded(cause) || (full && !isTold(cause)) ? new Busy({ attempts: 1 }) : new StorageFault({ cause })
    }
  }

  return {
    use: async (work) => {
      const client = await connect()
      let broken = false
      const link: Link = {
        flush: async (queries) => {
          onRoundTrip()
          const answers = await flush(client, queries, answerMs)
          broken ||= answers.some((answer) => !answer.ok && natureOf(answer.error) === "lost")
          return answers
        }
      }
      try {
        return await work(link)
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end()
  }
}

/** Whether the network or the server said why there is no connection; a pool that just stayed full has no code for it. */
const isTold = (cause: unknown): boolean => cause instanceof Error && "code" in cause && cause.code !== undefined
