import { existsSync } from "node:fs"
import { Client } from "pg"
import { describe, expect, it } from "vitest"
import { postgresMissing, startPostgres } from "./postgres.ts"

const missing = await postgresMissing()
const given = process.env.DATABASE_URL ? "DATABASE_URL names a server that is not ours to stop" : null

describe("a PostgreSQL server for tests", () => {
  it("answers, takes settings, and is gone after stop", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    skip(given !== null, given ?? "")
    const server = await startPostgres({ durable: true, maxConnections: 7, settings: { work_mem: "5MB" } })
    const shown = await settings(server.url, ["max_connections", "fsync", "work_mem", "data_directory"])
    expect(shown.slice(0, 3)).toEqual(["7", "on", "5MB"])
    await server.stop()
    await server.stop()
    await expect(settings(server.url, ["fsync"])).rejects.toThrow("ECONNREFUSED")
    expect(existsSync(shown[3] ?? "")).toBe(false)
  })

  it("says what PostgreSQL said when it does not start", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    skip(given !== null, given ?? "")
    await expect(startPostgres({ settings: { no_such_setting: "1" } })).rejects.toThrow("no_such_setting")
  })
})

const settings = async (url: string, names: readonly string[]): Promise<string[]> => {
  const client = new Client(url)
  client.on("error", () => {})
  await client.connect()
  const shown: string[] = []
  for (const name of names) shown.push(Object.values((await client.query(`show ${name}`)).rows[0])[0] as string)
  await client.end()
  return shown
}
