import type { CommandName } from "@openshelf/core"
import { Schema } from "effect"
import { expect, it } from "vitest"
import { bodyFields } from "../src/routes/command.ts"
import { allCommands } from "../src/wire/allCommands.ts"
import { instantNames } from "../src/wire/commandInput.ts"

const takes = (field: Schema.Top, value: object): boolean =>
  Schema.is(Schema.Struct({ field }) as never as Schema.Schema<unknown>)(value)

it("describes an instant of a command as left out, or null, exactly where the command takes it so", () => {
  const named = (name: string) =>
    instantNames.filter((one) => one !== "at" && one in allCommands[name as CommandName].schema.fields)
  const looked = Object.keys(allCommands).flatMap((name) => {
    const described = bodyFields(name as CommandName, [])
    const own = allCommands[name as CommandName].schema.fields as unknown as Record<string, Schema.Top>
    return named(name).map((field) => {
      const [here, there] = [described[field], own[field]].map((shape) => [
        takes(shape as Schema.Top, {}),
        takes(shape as Schema.Top, { field: null })
      ])
      expect([name, field, here]).toEqual([name, field, there])
      return `${name}.${field}`
    })
  })
  expect(looked).toEqual(
    expect.arrayContaining(["reserve.notBefore", "changeReservation.notAfter", "suspendReservation.until"])
  )
})
