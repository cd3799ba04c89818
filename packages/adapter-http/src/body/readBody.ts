import { Result } from "effect"
import { invalid, problem } from "../problem/problem.ts"
import type { Reply } from "../route.ts"
import { unfitValues } from "./unfitValues.ts"
import { unsafeJson } from "./unsafeJson.ts"

/** A request's JSON body, or the problem with it. Never reads more than `bytesMax`, never shows what was sent. */
export const readBody = async (request: Request, bytesMax: number): Promise<Result.Result<unknown, Reply>> => {
  if (!isPlainJson(request.headers)) return Result.fail(problem("notJson"))
  const bytes = await readBytes(request, bytesMax)
  if (bytes === null) return Result.fail(problem("tooLarge"))
  const parsed = parse(bytes)
  if (Result.isFailure(parsed)) return Result.fail(invalid({ path: "", expected: parsed.failure }))
  const unfit = unfitValues(parsed.success)
  return unfit.length === 0 ? Result.succeed(parsed.success) : Result.fail(problem("invalid", { invalid: unfit }))
}

const isPlainJson = (headers: Headers): boolean => {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").toLowerCase().split(";")
  const charsets = parameters.map((parameter) => parameter.trim()).filter((parameter) => parameter !== "")
  const encoding = headers.get("content-encoding") ?? "identity"
  return (
    type.trim() === "application/json" &&
    charsets.every((parameter) => /^charset="?utf-8"?$/.test(parameter)) &&
    encoding.trim().toLowerCase() === "identity"
  )
}

/** The body as it came; `null`: it is larger. Never reads more than that. */
export const readBytes = async ({ headers, body }: Request, bytesMax: number): Promise<Uint8Array | null> => {
  if (Number(headers.get("content-length") ?? 0) > bytesMax) return null
  const chunks: Array<Uint8Array> = []
  let length = 0
  if (body !== null) {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength
      if (length > bytesMax) return null
      chunks.push(chunk)
    }
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : joined(chunks, length)
}

const joined = (chunks: ReadonlyArray<Uint8Array>, length: number): Uint8Array => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

const utf8 = new TextDecoder("utf-8", { fatal: true })

const parse = (bytes: Uint8Array): Result.Result<unknown, string> => {
  try {
    const text = utf8.decode(bytes)
    const value: unknown = JSON.parse(text)
    const unsafe = unsafeJson(text)
    return unsafe === null ? Result.succeed(value) : Result.fail(unsafe)
  } catch {
    return Result.fail("JSON in UTF-8")
  }
}
