import { execFileSync } from "node:child_process"
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core"
import { publint } from "publint"
import { formatMessage } from "publint/utils"
import { root } from "./steps.ts"

// Packs every package as it would be published and looks at the archive as its users' tools will.
const folder = mkdtempSync(join(tmpdir(), "openshelf-packed-"))
try {
  const packages = globSync("packages/*/package.json", { cwd: root }).map((path) => join(root, dirname(path)))
  for (const path of packages.toSorted()) {
    const complaints = await check(path)
    console.log(
      [`${complaints.length === 0 ? "ok  " : "FAIL"} ${path.slice(root.length + 1)}`, ...complaints].join("\n     ")
    )
    if (complaints.length > 0) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function check(path: string): Promise<string[]> {
  const packed = JSON.parse(
    execFileSync("pnpm", ["pack", "--json", "--pack-destination", folder], { cwd: path, encoding: "utf8" })
  )
  const archive = readFileSync(packed.filename)
  const data = archive.buffer.slice(archive.byteOffset, archive.byteOffset + archive.byteLength)
  return [...contents(packed.files), ...(await published(data)), ...(await types(archive))]
}

/** What a stranger needs is in it, what only this clone needs is not. */
function contents(files: ReadonlyArray<{ path: string }>): string[] {
  const names = files.map(({ path }) => path)
  const lacking = ["LICENSE", "README.md", "dist/index.js", "dist/index.d.ts"].filter((name) => !names.includes(name))
  const surplus = names.filter((name) => name.startsWith("src/") || name.includes(".test."))
  return [...lacking.map((name) => `lacks ${name}`), ...surplus.map((name) => `should not hold ${name}`)]
}

async function published(tarball: ArrayBuffer): Promise<string[]> {
  const { messages, pkg } = await publint({ pack: { tarball }, level: "warning" })
  return messages.map((message) => `publint: ${formatMessage(message, pkg)}`)
}

/** Node 10's resolution and `require` of ES modules are not promised, so what fails there alone is no complaint. */
async function types(tarball: Uint8Array): Promise<string[]> {
  const analysis = await checkPackage(createPackageFromTarballData(tarball))
  if (analysis.types === false) return ["types: it has none"]
  return analysis.problems
    .filter((problem) => problem.kind !== "CJSResolvesToESM")
    .filter((problem) => !("resolutionKind" in problem && ["node10", "node16-cjs"].includes(problem.resolutionKind)))
    .map((problem) => `types: ${JSON.stringify(problem)}`)
}
