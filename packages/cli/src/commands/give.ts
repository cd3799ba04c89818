import { randomUUID } from "node:crypto"
import { text as textOf } from "node:stream/consumers"
import { type Actor, type Answer, formatInstant, parseInstant, staffRoles } from "@openshelf/core"
import type { Command } from "commander"
import { Result } from "effect"
import { Failed } from "./failed.ts"
import { invalidText, refusalText } from "./refusalText.ts"
import { requireBranch } from "./requireBranch.ts"
import { command, onDatabase, type Shared, type Terminal } from "./shared.ts"
import { visible } from "./visible.ts"

interface Given extends Shared {
  readonly branch: string
  readonly key?: string
  readonly staff: string
  readonly dryRun: boolean
}

/**
 * `openshelf give`: any command of the library by its name, as staff give it at a desk: to reserve, suspend, move, recall,
 * send, take in. What is refused is told by its codes, and nothing is written.
 */
export const giveCommand = (terminal: Terminal): Command =>
  command(
    "give",
    "give one command at a desk, by its name: reserve, suspendReservation, moveReservation, recall, send …"
  )
    .argument("<command>", "its name, as in the documentation")
    .argument(
      "[fields]",
      "its fields as JSON, instants as ISO 8601 with their zone; - reads them from standard input",
      "{}"
    )
    .requiredOption("--branch <code>", "the branch of the desk")
    .option("--key <key>", "whoever repeats it with the same key has it carried out once; a new one if not given")
    .option("--staff <id>", "who gives it, as the history will say", "openshelf")
    .option("--dry-run", "only to see what would come of it", false)
    .action((name: string, fields: string, given: Given) =>
      onDatabase(
        terminal,
        given,
        async (library, { at }) => {
          const { tenant, branch, key = randomUUID(), staff, dryRun } = given
          await requireBranch(library, { tenant, branch })
          const actor: Actor = { kind: "staff", id: staff, permissions: new Set(staffRoles.manager) }
          const desk = library.at({ tenant, branch, actor, channel: "desk" })
          if (!Object.hasOwn(desk.dryRun, name))
            throw new Failed(
              `${name}: there is no such command; there are ${Object.keys(desk.dryRun).sort().join(", ")}`
            )
          const commands = (dryRun ? desk.dryRun : desk) as unknown as Readonly<
            Record<string, (input: object) => Promise<Answer<unknown>>>
          >
          const input = { at, ...fieldsOf(fields === "-" ? await textOf(process.stdin) : fields) }
          const answer = await commands[name]?.(dryRun ? input : { ...input, key })
          if (answer === undefined || (!answer.ok && "invalid" in answer))
            throw new Failed(`${name}: ${invalidText(answer?.invalid ?? [])}`)
          return answer
        },
        (answer) =>
          answer.ok
            ? { text: JSON.stringify(answer.receipt, readable, 2).split("\n").map(visible).join("\n"), code: 0 }
            : { text: answer.refusals.map((one) => visible(`refused: ${refusalText(one)}`)).join("\n"), code: 1 }
      )
    )

const fieldsOf = (text: string): object => {
  let fields: unknown
  try {
    fields = JSON.parse(text)
  } catch (failure) {
    throw new Failed(`the fields are no JSON: ${(failure as Error).message}`)
  }
  if (typeof fields !== "object" || fields === null || Array.isArray(fields))
    throw new Failed("the fields: expected a JSON object")
  if ("key" in fields) throw new Failed("key: expected as --key, not among the fields")
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isInstantName(name) ? instantOf(name, value) : value])
  )
}

const isInstantName = (name: string): boolean =>
  ["at", "notBefore", "notAfter", "from", "until"].includes(name) || name.endsWith("At") || name.endsWith("Until")

const readable = (name: string, value: unknown): unknown =>
  isInstantName(name) && typeof value === "number" ? formatInstant(value) : value

const instantOf = (name: string, value: unknown): unknown => {
  if (typeof value !== "string") return value
  const instant = parseInstant(value)
  if (Result.isFailure(instant)) throw new Failed(`${name}: expected ${instant.failure}`)
  return instant.success
}
