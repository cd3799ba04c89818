import { kindOf, titleFrom } from "@openshelf/marc"
import { openMarcFile } from "@openshelf/marc/node"

/** Lines for a catalogue's titles, and for what of it could not be read. */
export async function* titlesIn(path: string): AsyncGenerator<string> {
  const file = await openMarcFile(path)
  for await (const read of file.records) {
    if (!read.ok) {
      yield `record ${read.position.record}, at byte ${read.position.offset}: ${read.reason.message}`
    } else if (kindOf(read.record) === "bibliographic") {
      const { title, responsibility, year } = titleFrom(read.record)
      yield [title, responsibility, year].filter((part) => part !== null).join(" / ")
    }
  }
}
