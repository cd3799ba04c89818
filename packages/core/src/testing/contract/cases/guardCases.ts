import { Effect } from "effect"
import { EntryId } from "../../../accounts/model.ts"
import { type Decision, type VersionedTable, versionedTables } from "../../../decision/decision.ts"
import { tables } from "../../../decision/tableShapes.ts"
import { eventRow, titleRow } from "../../rows.ts"
import { type ContractCase, mustFail, same } from "../contractCase.ts"
import { oneOfEach } from "../oneOfEach.ts"
import { newScene } from "../scene.ts"

/** What a decision rests on must stand as it was read. */
export const guardCases: ReadonlyArray<ContractCase> = [
  ...versionedTables.flatMap((table): ReadonlyArray<ContractCase> => {
    const row = oneOfEach[table][0] as { readonly version: number }
    const id = (row as unknown as Record<string, string>)[tables[table].key[0] as string] as string
    const gone = { ...row, [tables[table].key[0] as string]: "nobody", version: 9 }
    return [
      {
        title: `${table}: an update of a row that moved since it was read fails, and nothing is written`,
        run: fails("VersionMoved", {
          older: updating(table, { ...row, version: row.version + 1 }, row.version - 1),
          newer: updating(table, { ...row, version: row.version + 2 }, row.version + 1)
        })
      },
      {
        title: `${table}: a guard on a row that moved since it was read fails, and nothing is written`,
        run: fails("VersionMoved", {
          older: { guard: { [table]: [{ id, was: row.version - 1 }] } },
          newer: { guard: { [table]: [{ id, was: row.version + 1 }] } }
        })
      },
      {
        title: `${table}: an update of or guard on a row that is not there is a fault, and nothing is written`,
        run: fails("StorageFault", {
          update: updating(table, gone, 8),
          guard: { guard: { [table]: [{ id: "nobody", was: 1 }] } }
        })
      }
    ]
  }),
  {
    title: "one moved row among many fails them all",
    run: fails("VersionMoved", {
      last: {
        guard: {
          reader: [
            { id: "ada", was: 1 },
            { id: "ben", was: 2 }
          ],
          title: [{ id: "t1", was: 1 }]
        }
      }
    })
  },
  {
    title: "what is owed of a charge that is not there is a fault, and nothing is written",
    run: fails("StorageFault", {
      charge: {
        charges: [
          {
            chargeId: EntryId.make("e9"),
            amount: 100 as never,
            outstanding: 0 as never,
            refunded: 0 as never,
            forgiven: 0 as never
          }
        ]
      }
    })
  }
]

/** Each of these decisions fails with this tag and leaves every row as it was, and its key free. */
function fails(
  tag: "VersionMoved" | "StorageFault",
  decisions: Readonly<Record<string, Partial<Decision<unknown>>>>
): ContractCase["run"] {
  return Effect.gen(function* () {
    const scene = yield* newScene
    yield* scene.insert(oneOfEach)
    const before = yield* scene.dump
    for (const [what, decision] of Object.entries(decisions)) {
      const insert = { title: [titleRow("sound")], event: [eventRow("sound", 1)] }
      const request = scene.request({ ...decision, insert })
      yield* mustFail(scene.storage.run(request), tag, what)
      yield* same(yield* scene.dump, before, `the rows after ${what}`)
    }
  })
}

function updating(table: VersionedTable, row: object, was: number): Partial<Decision<unknown>> {
  return { update: { [table]: [{ row, was }] } }
}
