#!/usr/bin/env node
import "./frugalMemory.ts"

// Only what is loaded from here on is loaded frugally.
const { failureText } = await import("./commands/failureText.ts")
const { visible } = await import("./commands/visible.ts")
const { program } = await import("./program.ts")

const write = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
const finish = (code: number): void => {
  process.exitCode = code
}

try {
  await program({ write, finish }).parseAsync()
} catch (failure) {
  process.stderr.write(`openshelf: ${failureText(failure).split("\n").map(visible).join("\n")}\n`)
  process.exitCode = 2
}
