import { existsSync, readdirSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export interface MarcSource {
  readonly file: string
  /** The folder's name: whose control numbers these are, where a record does not say. */
  readonly source: string
}

export interface RealRecords {
  readonly marc: ReadonlyArray<MarcSource>
  readonly items: string
}

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..")

/** The folder of real catalogues beside the checkout, or the one named; `null`: there is none. */
export const realRecords = (folder = process.env.OPENSHELF_SHARED ?? join(root, "../shared")): RealRecords | null => {
  const marc = join(folder, "data/marc")
  const items = join(folder, "data/ils/uva_items.csv.gz")
  if (!existsSync(marc) || !existsSync(items)) return null
  const files = readdirSync(marc, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return {
    marc: files
      .filter(({ name }) => !name.endsWith(".txt") && !name.endsWith(".txt.gz"))
      .map(({ parentPath, name }) => ({ file: join(parentPath, name), source: basename(parentPath) }))
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
    items
  }
}
