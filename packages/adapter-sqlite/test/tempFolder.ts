import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"

/** A path for a database file of this test's own; its folder goes with the test. */
export const tempFile = (name = "shelf.sqlite"): string => {
  const folder = mkdtempSync(join(tmpdir(), "openshelf-sqlite-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}
