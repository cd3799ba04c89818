import { createHash, randomUUID } from "node:crypto"
import { kindOf, type ReadResult, titleFrom } from "@openshelf/marc"
import { compressRecord, openMarcFile } from "@openshelf/marc/node"
import type { Progress } from "../progress.ts"
import { batches, type Intake } from "./batches.ts"
import { reasonOf } from "./reason.ts"
import { rejectedBySyntax } from "./rejectedRecords.ts"
import type { ImportReport, Rejected } from "./report.ts"
import { titleDescriptionOf } from "./titleDescription.ts"

export interface MarcImport {
  readonly intake: Intake
  readonly file: string
  /** Whose control numbers these are, where a record does not say. */
  readonly source: string
  readonly at: number
  readonly progress: Progress
  /** Where the rejected records are written; beside the file if not given. */
  readonly rejectedTo?: string
}

const batchSize = 50

interface Mark {
  readonly syntax: ReadResult["syntax"]
  readonly record: number
  readonly offset: number
  readonly raw: Uint8Array
}

/**
 * Takes over the titles of a file of MARC records. A control number that the same source had before brings its title up
 * to date. Records of other kinds are counted; what cannot be read or is refused is reported, and written beside the file.
 */
export const importMarc = async ({
  intake,
  file,
  source,
  at,
  progress,
  rejectedTo
}: MarcImport): Promise<ImportReport> => {
  const run = randomUUID()
  const marc = await openMarcFile(file)
  const rejected: Array<Rejected> = []
  const kept = rejectedBySyntax(file, rejectedTo)
  const counts = { read: 0, added: 0, changed: 0, unchanged: 0 }
  const otherKinds: Record<string, number> = {}
  const reject = ({ record, offset, raw, syntax }: Mark, reason: string): void => {
    rejected.push({ record, position: `byte ${offset}`, reason })
    kept.keep(syntax, raw)
  }
  const titles = batches<"addTitle", Mark>(intake, "addTitle", batchSize, (answer, mark) => {
    if (answer.ok) counts[answer.receipt.outcome] += 1
    else reject(mark, reasonOf(answer))
  })
  progress.start(file, marc.size)
  for await (const read of marc.records) {
    counts.read += 1
    progress.reach(marc.bytesRead(), counts.read)
    const mark = markOf(read)
    if (!read.ok) {
      reject(mark, `${read.reason.code}: ${read.reason.message}`)
      continue
    }
    const kind = kindOf(read.record)
    if (kind !== "bibliographic") {
      otherKinds[kind] = (otherKinds[kind] ?? 0) + 1
      continue
    }
    const content = compressRecord(read.record)
    const described = titleFrom(read.record)
    const origin =
      described.controlNumber === null
        ? { source: "content", controlNumber: createHash("sha256").update(content).digest("hex") }
        : { source: described.source ?? source, controlNumber: described.controlNumber }
    const key = `${run}:${read.position.record}`
    const record = { encoding: "openshelf-marc-1", content }
    const input = { origin, description: titleDescriptionOf(described), record, at, key }
    await titles.add(input, mark, `${origin.source}\n${origin.controlNumber}`)
  }
  await titles.flush()
  progress.stop()
  return { file, ...counts, otherKinds, rejected, rejectedFiles: await kept.close() }
}

/** The bytes are copied: what the reader gives is a view that it goes on to use. */
const markOf = ({ position, raw, syntax }: ReadResult): Mark => ({ ...position, syntax, raw: Uint8Array.from(raw) })
