import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { archiveComplaints } from "./packed/archive.ts"
import { pack } from "./packed/pack.ts"
import { strangerComplaints } from "./packed/stranger.ts"

// Packs every package as it would be published, looks at the archives as users' tools will, and then uses them.
const folder = mkdtempSync(join(tmpdir(), "openshelf-packed-"))
try {
  const packages = pack(folder)
  for (const packed of packages) say(packed.name, await archiveComplaints(packed))
  say("in a stranger's project", strangerComplaints(packages, join(folder, "project")))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function say(what: string, complaints: readonly string[]): void {
  console.log([`${complaints.length === 0 ? "ok  " : "FAIL"} ${what}`, ...complaints].join("\n     "))
  if (complaints.length > 0) process.exitCode = 1
}
