import { createServer } from "node:net"
import { join } from "node:path"
import { type Home, makeHome } from "./postgres/home.ts"
import { initialise, launch } from "./postgres/process.ts"
import { installedPrograms, reachablePrograms } from "./postgres/programs.ts"

export interface PostgresOptions {
  /** Whether a commit waits for the disk. Off by default: tests need no durability, benchmarks do. */
  readonly durable?: boolean
  readonly maxConnections?: number
  /** Further settings of the server, by the names of `postgresql.conf`. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface PostgresServer {
  /** A superuser's address of the database `postgres`. */
  readonly url: string
  /** Stops the server and removes all it stored. Safe to call twice. */
  readonly stop: () => Promise<void>
}

/**
 * A real, empty PostgreSQL server for tests and benchmarks: its own folder, its own port on 127.0.0.1, gone after
 * `stop` or when this process ends. With DATABASE_URL set it is that server instead, and `stop` leaves it alone.
 * Throws what `postgresMissing` says where there is neither.
 */
export const startPostgres = async (options: PostgresOptions = {}): Promise<PostgresServer> => {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const programs = await installedPrograms()
  if (programs === null) throw new Error(noPrograms)
  const home = makeHome()
  try {
    const { initdb, postgres } = reachablePrograms(programs, home.folder)
    initialise(initdb, join(home.folder, "data"))
    return await launchOnFreePort(postgres, home, options)
  } catch (error) {
    await home.leave()
    throw error
  }
}

/** Why no server can be had here, or `null` when one can. */
export const postgresMissing = async (): Promise<string | null> =>
  process.env.DATABASE_URL || (await installedPrograms()) !== null ? null : noPrograms

const noPrograms = `no PostgreSQL programs are installed for ${process.platform}-${process.arch}: set DATABASE_URL to a server`

/** Another process can take the port between the look for it and the start; then the next one is tried. */
const launchOnFreePort = async (postgres: string, home: Home, options: PostgresOptions): Promise<PostgresServer> => {
  for (let triesLeft = 3; ; triesLeft -= 1) {
    const port = await freePort()
    try {
      await launch(postgres, flags(home.folder, port, options), home.lives)
      return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: once(home.leave) }
    } catch (error) {
      if (triesLeft === 1 || !String(error).includes("Address already in use")) throw error
    }
  }
}

const once = (act: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined
  return () => {
    done ??= act()
    return done
  }
}

const flags = (folder: string, port: number, options: PostgresOptions): readonly string[] => {
  const durable = options.durable === true ? "on" : "off"
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: folder,
    max_connections: String(options.maxConnections ?? 200),
    fsync: durable,
    synchronous_commit: durable,
    full_page_writes: durable,
    ...options.settings
  }
  const given = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  return ["-D", join(folder, "data"), ...given]
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(address)))
    })
  })
