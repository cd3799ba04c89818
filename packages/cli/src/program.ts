import { Command, Option } from "commander"
import { calendarCommand, publishedText } from "./commands/calendar.ts"
import { giveCommand } from "./commands/give.ts"
import { importCommand } from "./commands/import.ts"
import { listCommand } from "./commands/list.ts"
import { nightCommand } from "./commands/night.ts"
import { policyCommand } from "./commands/policy.ts"
import { redateCommand } from "./commands/redate.ts"
import { relayCommand } from "./commands/relay.ts"
import { command, instantOption, onDatabase, type Shared, type Terminal } from "./commands/shared.ts"
import { open, publish } from "./commands/tenant.ts"

/** The `openshelf` command line. */
export const program = (terminal: Terminal): Command =>
  new Command("openshelf")
    .description("Circulation from the command line: open, import, check, replay, serve")
    .showHelpAfterError()
    .addCommand(openCommand(terminal))
    .addCommand(publishCommand(terminal))
    .addCommand(policyCommand(terminal))
    .addCommand(calendarCommand(terminal))
    .addCommand(redateCommand(terminal))
    .addCommand(importCommand(terminal))
    .addCommand(checkCommand(terminal))
    .addCommand(replayCommand(terminal))
    .addCommand(listCommand(terminal))
    .addCommand(giveCommand(terminal))
    .addCommand(nightCommand(terminal))
    .addCommand(relayCommand(terminal))
    .addCommand(tokenCommand(terminal))
    .addCommand(serveCommand(terminal))

const openCommand = (terminal: Terminal): Command =>
  command("open", "make a library system from its first policy and calendar")
    .requiredOption("--policy <file>", "JSON, comments allowed")
    .requiredOption("--calendar <file>", "JSON")
    .option("--name <name>", "its name", "Library")
    .action((given: Shared & { readonly policy: string; readonly calendar: string; readonly name: string }) =>
      onDatabase(
        terminal,
        given,
        (library, { at }) => open(library, { ...given, at }),
        ({ tenant, wasOpen }) => ({
          text: wasOpen ? `${tenant} was open already, and stays as it is` : `${tenant} is open`,
          code: 0
        }),
        { makes: true }
      )
    )

const publishCommand = (terminal: Terminal): Command =>
  command("publish", "put a new policy or calendar in force")
    .addArgument(new Command().createArgument("<kind>", "policy or calendar").choices(["policy", "calendar"]))
    .argument("<file>")
    .option("--from <instant>", "from when it holds; from --at if not given", instantOption)
    .action((kind: "policy" | "calendar", file: string, given: Shared & { readonly from?: number }) =>
      onDatabase(
        terminal,
        given,
        (library, { at }) => publish(library, kind, { tenant: given.tenant, file, at, validFrom: given.from ?? at }),
        ({ version }) => ({ text: publishedText(kind, version), code: 0 })
      )
    )

const checkCommand = (terminal: Terminal): Command =>
  command("check", "look for broken invariants in everything that is stored").action((given: Shared) =>
    onDatabase(terminal, given, (library) => library.check(given.tenant), listed("every invariant holds"))
  )

const replayCommand = (terminal: Terminal): Command =>
  command("replay", "make the tables from the events again and compare").action((given: Shared) =>
    onDatabase(terminal, given, (library) => library.replay(given.tenant), listed("the events give exactly the tables"))
  )

const listed =
  (none: string) =>
  (found: ReadonlyArray<object>): { readonly text: string; readonly code: number } =>
    found.length === 0 ? { text: none, code: 0 } : { text: found.map((one) => JSON.stringify(one)).join("\n"), code: 1 }

const tokenCommand = (terminal: Terminal): Command =>
  command("token", "issue a bearer token for the HTTP interface; it is shown once")
    .addOption(
      new Option("--role <role>", "whose rights it has").choices(["reader", "desk", "manager"]).makeOptionMandatory()
    )
    .requiredOption("--subject <who>", "the name of a member of staff, or a reader's card")
    .requiredOption("--branch <code>", "the branch of the desk")
    .action(
      (
        given: Shared & {
          readonly role: "reader" | "desk" | "manager"
          readonly subject: string
          readonly branch: string
        }
      ) =>
        onDatabase(
          terminal,
          given,
          async (library, { at }) => {
            // As of a server: its code is loaded for those who need it.
            const { issue } = await import("./commands/token.ts")
            return issue(library, { ...given, at })
          },
          ({ token }) => ({ text: token, code: 0 })
        )
    )

const serveCommand = (terminal: Terminal): Command =>
  command("serve", "answer over HTTP until stopped")
    .option("--port <number>", "port; 0 for any that is free", "8080")
    .option("--host <name>", "address to listen at", "127.0.0.1")
    .action(async (given: Shared & { readonly port: string; readonly host: string }) => {
      // Whoever imports a file has no use for a server in memory.
      const { serve } = await import("./commands/serve.ts")
      return serve(terminal, given)
    })
