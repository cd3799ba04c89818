import type { Library } from "@openshelf/core"
import { Command } from "commander"
import type { Intake } from "../import/batches.ts"
import { importItems } from "../import/importItems.ts"
import { importMarc } from "../import/importMarc.ts"
import { importReaders } from "../import/importReaders.ts"
import type { ImportReport } from "../import/report.ts"
import { Failed } from "./failed.ts"
import { failureText } from "./failureText.ts"
import { reportText } from "./report.ts"
import { command, onDatabase, type Shared, type Terminal } from "./shared.ts"

interface Importing extends Shared {
  readonly rejectedTo?: string
  readonly source: string
  readonly column: Readonly<Record<string, string>>
  readonly default: Readonly<Record<string, string>>
}

/** `openshelf import …`: take over records from files. */
export const importCommand = (terminal: Terminal): Command => {
  const run = (
    files: ReadonlyArray<string>,
    given: Importing,
    one: (
      file: string,
      tools: Parameters<Parameters<typeof onDatabase>[2]>[1],
      library: Parameters<Parameters<typeof onDatabase>[2]>[0]
    ) => Promise<ImportReport>
  ): Promise<void> =>
    onDatabase(
      terminal,
      given,
      (library, tools) => eachFile(files, (file) => one(file, tools, library)),
      (reports) => ({
        text: reportText(reports),
        code: reports.some(({ rejected }) => rejected.length > 0) ? 1 : 0
      })
    )
  const rowsOf = ({ column, default: defaults, ...given }: Importing) => ({
    columns: column,
    defaults,
    ...rejectedTo(given)
  })

  return new Command("import")
    .description("take over records from files")
    .addCommand(
      importing("marc", "titles from MARC records: ISO 2709, MARCXML or MARC-in-JSON, gzipped or not")
        .option("--source <name>", "whose control numbers these are, where a record does not say", "import")
        .action((files: ReadonlyArray<string>, given: Importing) =>
          run(files, given, (file, tools, library) =>
            importMarc({ intake: intakeOf(library, given), file, source: given.source, ...tools, ...rejectedTo(given) })
          )
        )
    )
    .addCommand(
      withColumns(
        importing("readers", "readers from CSV: card, name, category, home_branch; birth_date, language, expires_on")
      ).action((files: ReadonlyArray<string>, given: Importing) =>
        run(files, given, (file, tools, library) =>
          importReaders({ intake: intakeOf(library, given), file, ...tools, ...rowsOf(given) })
        )
      )
    )
    .addCommand(
      withColumns(
        importing(
          "items",
          "items from CSV: barcode, control_number or title_id, item_type, branch; collection, location, call_number, price, price_currency"
        )
      )
        .option("--source <name>", "whose control numbers the column control_number has", "import")
        .action((files: ReadonlyArray<string>, given: Importing) =>
          run(files, given, async (file, tools, library) =>
            importItems({
              intake: intakeOf(library, given),
              file,
              source: given.source,
              currency: await currencyOf(library, given),
              titleOf: titlesOf(library, given),
              ...tools,
              ...rowsOf(given)
            })
          )
        )
    )
}

const intakeOf = (library: Library, { tenant }: Shared): Intake =>
  library.at({ tenant, branch: "", actor: { kind: "job", name: "import" }, channel: "job" })

const currencyOf = async (library: Library, { tenant }: Shared): Promise<string> =>
  (await library.tenants()).find((one) => one.tenant === tenant)?.currency ?? ""

const titlesOf =
  (library: Library, { tenant }: Shared) =>
  async (source: string, controlNumber: string): Promise<string | null> => {
    const { titleByControlNumber } = await library.read(tenant, { titleByControlNumber: { source, controlNumber } })
    return titleByControlNumber?.titleId ?? null
  }

const importing = (name: string, description: string): Command =>
  command(name, description)
    .argument("<files...>")
    .option("--rejected-to <folder>", "where rejected records are written; beside each file if not given")

const withColumns = (importer: Command): Command =>
  importer
    .option("--column <expected=given>", "what the file calls a column; may be repeated", pair, {})
    .option("--default <column=value>", "the value where a row has none; may be repeated", pair, {})

const pair = (text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const at = text.indexOf("=")
  if (at < 1) throw new Failed(`${text}: expected name=value`)
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) }
}

const rejectedTo = ({ rejectedTo: folder }: { readonly rejectedTo?: string }): { readonly rejectedTo?: string } =>
  folder === undefined ? {} : { rejectedTo: folder }

const eachFile = async (
  files: ReadonlyArray<string>,
  one: (file: string) => Promise<ImportReport>
): Promise<ReadonlyArray<ImportReport>> => {
  const reports: Array<ImportReport> = []
  for (const file of files) {
    try {
      reports.push(await one(file))
    } catch (failure) {
      if (reports.length === 0) throw failure
      throw new Failed(`${failureText(failure)}\nWhat was taken over before that stays:\n${reportText(reports)}`)
    }
  }
  return reports
}
