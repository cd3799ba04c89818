import { readFileSync } from "node:fs"
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core"
import { publint } from "publint"
import { formatMessage } from "publint/utils"
import type { Packed } from "./pack.ts"

/** What is wrong with an archive: its contents, its manifest by publint, its types by are-the-types-wrong. */
export const archiveComplaints = async (packed: Packed): Promise<readonly string[]> => {
  const archive = new Uint8Array(readFileSync(packed.archive))
  return [...contents(packed.files), ...(await manifest(archive.buffer)), ...(await types(archive))]
}

/** What a user needs is in it, what only this clone needs is not. */
const contents = (files: readonly string[]): readonly string[] => {
  const lacking = ["LICENSE", "README.md", "dist/index.js", "dist/index.d.ts"].filter((file) => !files.includes(file))
  const surplus = files.filter((file) => file.startsWith("src/") || file.includes(".test."))
  return [...lacking.map((file) => `lacks ${file}`), ...surplus.map((file) => `should not hold ${file}`)]
}

const manifest = async (tarball: ArrayBuffer): Promise<readonly string[]> => {
  const { messages, pkg } = await publint({ pack: { tarball }, level: "warning" })
  return messages.map((message) => `publint: ${formatMessage(message, pkg)}`)
}

/** The packages are ES modules for Node 22 and bundlers: what fails only under older resolution is no complaint. */
const types = async (tarball: Uint8Array): Promise<readonly string[]> => {
  const analysis = await checkPackage(createPackageFromTarballData(tarball))
  if (analysis.types === false) return ["types: it has none"]
  return analysis.problems
    .filter((problem) => !("resolutionKind" in problem && ["node10", "node16-cjs"].includes(problem.resolutionKind)))
    .map((problem) => `types: ${JSON.stringify(problem)}`)
}
