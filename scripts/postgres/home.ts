import type { ChildProcess } from "node:child_process"
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { end } from "./process.ts"
import { owner, reachableTemp } from "./programs.ts"

/** A server's temporary folder, which goes with this process however that ends, and the server in it too. */
export interface Home {
  readonly folder: string
  readonly lives: (server: ChildProcess) => void
  /** Stops the server, if one lives here, and removes the folder. */
  readonly leave: () => Promise<void>
}

export const makeHome = (): Home => {
  const folder = mkdtempSync(join(reachableTemp(), "openshelf-postgres-"))
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid)
  let server: ChildProcess | undefined
  const abandon = (): void => {
    server?.kill("SIGQUIT")
    waitForEnd(folder)
    remove(folder)
  }
  const abandonAndEnd = (signal: NodeJS.Signals): void => {
    abandon()
    process.kill(process.pid, signal)
  }
  process.once("exit", abandon)
  for (const signal of signals) process.once(signal, abandonAndEnd)
  return {
    folder,
    lives: (child) => {
      server = child
    },
    leave: async () => {
      if (server !== undefined) await end(server, "SIGINT")
      process.off("exit", abandon)
      for (const signal of signals) process.off(signal, abandonAndEnd)
      remove(folder)
    }
  }
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const

/** Without awaiting, which a process that ends cannot: the server's last act is to remove these files. */
const waitForEnd = (folder: string): void => {
  const clock = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 0; tries < 100 && isServed(folder); tries += 1) Atomics.wait(clock, 0, 0, 20)
}

const isServed = (folder: string): boolean =>
  existsSync(join(folder, "data/postmaster.pid")) ||
  (existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(".s.PGSQL")))

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
