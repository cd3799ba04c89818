import { join, resolve } from "node:path"
import { parseArgs } from "node:util"

export interface ServerOptions {
  /** Folder for what the server keeps: the database, unless another is named, and the demo sign-ins. */
  readonly data: string
  /** An SQLite file or a `postgres://` address. */
  readonly database: string
  readonly port: number
  readonly host: string
}

export const usage = `openshelf reference server

  --data <folder>     where the server keeps its data (default: .openshelf)
  --database <where>  an SQLite file or a postgres:// address (default: library.sqlite in that folder)
  --port <number>     port to listen at, 0 for any that is free (default: 8080)
  --host <name>       address to listen at (default: 127.0.0.1, this machine only)
  --help`

/** What the command line asks for; `null`: how to use it. Throws an error with one clear line for what it does not know. */
export const optionsOf = (args: ReadonlyArray<string>): ServerOptions | null => {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== "--"),
    options: {
      data: { type: "string", default: ".openshelf" },
      database: { type: "string" },
      port: { type: "string", default: "8080" },
      host: { type: "string", default: "127.0.0.1" },
      help: { type: "boolean", default: false }
    }
  })
  if (values.help) return null
  const port = Number(values.port)
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
    throw new Error(`--port ${values.port}: a number from 0 to 65535`)
  const data = resolve(values.data)
  return { data, database: values.database ?? join(data, "library.sqlite"), port, host: values.host }
}
