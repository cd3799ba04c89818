import { sqliteStorage } from "@openshelf/adapter-sqlite"
import { openBench, opening, stock } from "../benchLibrary.ts"
import { grown } from "./grownFile.ts"
import { accruing, deskItems, deskReaders, sizes } from "./nightSizes.ts"

/** Fills the file that is named: some readers and items for a desk, and a million open loans. */
const file = process.argv[2] as string
const seeded = await openBench(sqliteStorage({ file }), accruing)
await stock(seeded, deskReaders, deskItems)
const sample = await seeded.desk.checkOut({ item: "i0", card: "r0", at: opening, key: "sample" })
if (!sample.ok) throw new Error(JSON.stringify(sample))
await seeded.library.close()
grown(file, sizes)
