import { randomBytes } from "node:crypto"
import pg from "pg"

export interface FreshDatabase {
  readonly url: string
  /** A statement on it, outside the storage. */
  readonly query: (sql: string, values?: ReadonlyArray<unknown>) => Promise<ReadonlyArray<Record<string, unknown>>>
  readonly drop: () => Promise<void>
}

/** An empty database of a test's own on the server that all tests share. */
export const freshDatabase = async (server: string): Promise<FreshDatabase> => {
  const name = `openshelf_${randomBytes(6).toString("hex")}`
  await once(server, `create database ${name}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const client = new pg.Client({ connectionString: url })
  client.on("error", () => {})
  await client.connect()
  return {
    url,
    query: async (sql, values = []) => (await client.query(sql, [...values])).rows,
    drop: async () => {
      await client.end()
      await once(server, `drop database ${name} with (force)`)
    }
  }
}

const once = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
