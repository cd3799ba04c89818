#!/usr/bin/env node
import { failureText } from "./commands/failureText.ts"
import { program } from "./program.ts"

const write = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
const finish = (code: number): void => {
  process.exitCode = code
}

try {
  await program({ write, finish }).parseAsync()
} catch (failure) {
  process.stderr.write(`openshelf: ${failureText(failure)}\n`)
  process.exitCode = 2
}
