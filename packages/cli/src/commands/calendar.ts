import { readFile } from "node:fs/promises"
import { type RedateReport, readDraft, redate } from "@openshelf/core/redating"
import { Command } from "commander"
import { Result } from "effect"
import { Failed } from "./failed.ts"
import { redateOutcome, redateText } from "./redate.ts"
import { command, instantOption, onDatabase, type Shared, type Terminal } from "./shared.ts"
import { problemsOf, publish } from "./tenant.ts"

interface PublishOptions extends Shared {
  readonly from?: number
  readonly preview: boolean
}

/** `openshelf calendar …`: calendars, and what a new one would move. */
export const calendarCommand = (terminal: Terminal): Command =>
  new Command("calendar").description("calendars of the branches").addCommand(
    command("publish", "put a new calendar in force, or see which due dates it would move")
      .argument("<file>", "JSON, comments allowed")
      .option("--from <instant>", "from when it holds; from --at if not given", instantOption)
      .option("--preview", "publish nothing; tell what re-dating would move if it held from --at on", false)
      .action((file: string, given: PublishOptions) =>
        onDatabase<RedateReport | { readonly version: number }>(
          terminal,
          given,
          async (library, { at }) => {
            const { tenant, preview, from: validFrom = at } = given
            if (!preview) return publish(library, "calendar", { tenant, file, at, validFrom })
            const draft = await readDraft(await readFile(file, "utf8"))
            if (Result.isFailure(draft)) throw new Failed(problemsOf(draft.failure, {}, file))
            return redate(library, { tenant, at, dryRun: true, draft: draft.success })
          },
          (result) =>
            "version" in result
              ? { text: publishedText("calendar", result.version), code: 0 }
              : { text: redateText(result), code: redateOutcome(result) }
        )
      )
  )

/** That a document is published, and for a calendar what may be left to do. */
export const publishedText = (kind: "policy" | "calendar", version: number): string =>
  kind === "policy"
    ? `policy ${version} is published`
    : `calendar ${version} is published; due dates stay until they are re-dated: \`openshelf redate --preview\` tells which would move`
