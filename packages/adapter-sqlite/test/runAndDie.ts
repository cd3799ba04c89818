import { spawn } from "node:child_process"

export interface Ended {
  readonly signal: string | null
  readonly said: string
}

/** Runs a program of this folder with the sources as they are, until it ends or kills itself. */
export const runAndDie = (program: string, ...given: ReadonlyArray<string | number>): Promise<Ended> =>
  new Promise((resolve) => {
    const path = new URL(program, import.meta.url).pathname
    const flags = ["--conditions=@openshelf/source", path, ...given.map(String)]
    const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] })
    let said = ""
    child.stdout.on("data", (text) => (said += text))
    child.once("close", (_, signal) => resolve({ signal, said }))
  })
