import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { expect, it } from "vitest"

const program = pathToFileURL(join(import.meta.dirname, "npx.ts")).href
const started = `
  import(${JSON.stringify(program)}).then(({ whenNpxEnds }) => {
    whenNpxEnds(() => console.log("npx has ended"))
    console.log("started")
  })`
const npx = `
  process.title = "npm exec pnpm start"
  require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(started)}], { stdio: "inherit" })`

it("tells a process that the npx it came from has ended", async ({ skip }) => {
  skip(process.platform !== "linux", "only Linux shows processes as files")
  const child = spawn(process.execPath, ["-e", npx], { stdio: ["ignore", "pipe", "inherit"] })
  let said = ""
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text
    if (said === "started\n") child.kill("SIGKILL")
  })
  await once(child.stdout, "end")
  expect(said).toBe("started\nnpx has ended\n")
})
