import { type Actor, type Desk, type Library, openLibrary, staffRoles } from "@openshelf/core"
import { townCalendar, townOpensAt, townPolicy } from "@openshelf/core/testing"
import { onTestFinished } from "vitest"
import { type PostgresOptions, postgresStorage } from "../src/index.ts"

export const at = townOpensAt + 1000
const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }

export interface Small {
  readonly library: Library
  readonly desk: Desk
  readonly titleId: string
}

/** A library with one title, twenty copies (`b0` …), and two readers (`ada`, `ben`), let go of when the test ends. */
export const smallLibrary = async (options: PostgresOptions): Promise<Small> => {
  const library = await openLibrary({ storage: postgresStorage(options) })
  onTestFinished(() => library.close())
  await library.openTenant({ tenant: "town", name: "Town", policy: townPolicy(100), calendar: townCalendar, at })
  const desk = deskOf(library)
  const title = await desk.addTitle({ description: { title: "Emma" }, key: "title", at })
  if (!title.ok) throw new Error(JSON.stringify(title))
  const { titleId } = title.receipt
  for (let copy = 0; copy < 20; copy++) {
    const added = await desk.addItem({ title: titleId, barcode: `b${copy}`, type: "book", key: `item ${copy}`, at })
    if (!added.ok) throw new Error(JSON.stringify(added))
  }
  for (const card of ["ada", "ben"]) await desk.registerReader({ card, name: card, category: "adult", key: card, at })
  return { library, desk, titleId }
}

export const deskOf = (library: Library): Desk =>
  library.at({ tenant: "town", branch: "main", actor: anna, channel: "desk" })

/** The same library opened another way, as another process would. */
export const another = async (options: PostgresOptions): Promise<Library> => {
  const library = await openLibrary({ storage: postgresStorage(options) })
  onTestFinished(() => library.close())
  return library
}
