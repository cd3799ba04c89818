import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

export interface Server {
  readonly url: string
  /** The most memory that the process has held so far, MiB; `null` where the system does not tell. */
  readonly peakMiB: () => number | null
  /** Asks it to stop, and waits until it has. */
  readonly stop: () => Promise<void>
}

const main = fileURLToPath(new URL("./main.ts", import.meta.resolve("@openshelf/cli")))

/** `openshelf serve` as a process of its own, on a free port. Rejects with what it said when it does not come up. */
export const startServer = async (database: string): Promise<Server> => {
  const child = spawn(
    process.execPath,
    ["--conditions=@openshelf/source", main, "serve", "--port", "0", "--database", database],
    { stdio: ["ignore", "pipe", "inherit"] }
  )
  const url = await addressOf(child)
  return {
    url,
    peakMiB: () => peakOf(child.pid),
    stop: async () => {
      const ended = once(child, "exit")
      child.kill("SIGTERM")
      await ended
    }
  }
}

const addressOf = async (child: ChildProcess): Promise<string> => {
  if (child.stdout === null) throw new Error("the server has no output")
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /https?:\/\/[^\s]+/.exec(line)
    if (found !== null) return found[0].replace(/\/$/, "")
  }
  throw new Error("the server ended before it could be reached")
}

const peakOf = (pid: number | undefined): number | null => {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
    return peak === undefined ? null : Math.round(Number(peak) / 1_024)
  } catch {
    return null
  }
}
