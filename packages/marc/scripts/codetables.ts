/**
 * Packs the Library of Congress's MARC-8 code tables into `src/marc8/generated/codetables.ts`.
 *
 *   node packages/marc/scripts/codetables.ts codetables.tsv.gz
 *
 * The input is tab-separated with a header line: charset, marc8_hex, ucs_hex, alternate_ucs_hex, combining, name.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { type CodeRow, packCodetables } from "../src/marc8/pack.ts"

const [input] = process.argv.slice(2)
if (input === undefined) throw new Error("which code table? node scripts/codetables.ts codetables.tsv.gz")

const rows = gunzipSync(readFileSync(input))
  .toString("utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line): CodeRow => {
    const [charset = "", code = "", character = "", , combining] = line.split("\t")
    return {
      charset: Number.parseInt(charset, 16),
      code: Number.parseInt(code, 16),
      character: Number.parseInt(character, 16),
      combining: combining === "1"
    }
  })

const packed = packCodetables(rows)
writeFileSync(
  new URL("../src/marc8/generated/codetables.ts", import.meta.url),
  `/** ${rows.length} rows; made by scripts/codetables.ts, read by unpackCodetables. */\nexport const packedCodetables: string =\n  "${packed}"\n`
)
console.log(`${rows.length} rows in ${packed.length} characters`)
