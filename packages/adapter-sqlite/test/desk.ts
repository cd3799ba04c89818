import { type Actor, type Desk, type Library, openLibrary, staffRoles } from "@openshelf/core"
import { townCalendar, townOpensAt, townPolicy } from "@openshelf/core/testing"
import { type SqliteOptions, sqliteStorage } from "../src/index.ts"

export const at = townOpensAt + 1000
const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }

export const deskOf = (library: Library): Desk =>
  library.at({ tenant: "town", branch: "main", actor: anna, channel: "desk" })

/** A library with one title, ten copies (`b0` …), and two readers (`ada`, `ben`). */
export const smallLibrary = async (options: SqliteOptions): Promise<Library> => {
  const library = await openLibrary({ storage: sqliteStorage(options) })
  await library.openTenant({ tenant: "town", name: "Town", policy: townPolicy(100), calendar: townCalendar, at })
  const desk = deskOf(library)
  const title = await desk.addTitle({ description: { title: "Emma" }, key: "title", at })
  if (!title.ok) throw new Error(JSON.stringify(title))
  for (let copy = 0; copy < 10; copy++) {
    const item = { title: title.receipt.titleId, barcode: `b${copy}`, type: "book", key: `item ${copy}`, at }
    if (!(await desk.addItem(item)).ok) throw new Error("the copy was not added")
  }
  for (const card of ["ada", "ben"]) await desk.registerReader({ card, name: card, category: "adult", key: card, at })
  return library
}
