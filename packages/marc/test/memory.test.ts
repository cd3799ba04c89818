import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { describe, expect, it } from "vitest"

const script = fileURLToPath(new URL("peakMemory.ts", import.meta.url))

/** In a process of its own, as the peak is the process's. */
const outcome = async (kind: string): Promise<{ readonly counts: unknown; readonly peak: number }> => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, kind])
  return JSON.parse(stdout)
}

describe("reading and describing records stays under 200 MiB", () => {
  it.each([
    ["iso2709", "96,000 records of 1 kB", { bibliographic: 96_000 }],
    ["gzip", "100,000 records in 25 members of gzip", { bibliographic: 100_000 }],
    ["xml", "8,000 records of 3 kB in XML", { bibliographic: 8_000 }],
    ["noTerminator", "100 MiB without a record terminator", { TooMuchThatIsNoRecord: 1 }],
    ["millionFields", "10 records of 200,000 fields each", { TooManyFields: 10 }],
    ["gzipBomb", "a gzip bomb of 100 MiB", { TooMuchThatIsNoRecord: 1 }]
  ])(
    "%s: %s",
    async (kind, _, counts) => {
      const found = await outcome(kind)
      expect(found.counts).toEqual(counts)
      expect(found.peak).toBeLessThan(200)
    },
    18_000
  )
})
