import { execFileSync } from "node:child_process"
import { globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { root } from "../steps.ts"

export interface Packed {
  readonly name: string
  /** The package's folder in this clone. */
  readonly path: string
  readonly archive: string
  /** What is in the archive. */
  readonly files: readonly string[]
  /** As in the clone, but for `exports`, which are those that will be published. */
  readonly manifest: Manifest
}

export interface Manifest {
  readonly name: string
  readonly exports: Readonly<Record<string, unknown>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** Archives of all packages that get published, made in `folder`. */
export const pack = (folder: string): readonly Packed[] =>
  globSync("packages/*/package.json", { cwd: root })
    .map((path) => join(root, dirname(path)))
    .toSorted()
    .map((path) => packOne(path, folder))

const packOne = (path: string, folder: string): Packed => {
  const said = execFileSync("pnpm", ["pack", "--json", "--pack-destination", folder], { cwd: path, encoding: "utf8" })
  const { filename, files }: { filename: string; files: ReadonlyArray<{ path: string }> } = JSON.parse(said)
  const { publishConfig, ...manifest } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"))
  return {
    name: manifest.name,
    path,
    archive: filename,
    files: files.map((file) => file.path),
    manifest: { ...manifest, ...publishConfig }
  }
}
