import { randomUUID } from "node:crypto"

/** The answer to one command over HTTP. */
export interface HttpAnswer {
  readonly status: number
  readonly body: Record<string, unknown>
  /** Codes of the refusals, if it was refused. */
  readonly refusals: ReadonlyArray<string>
}

export interface HttpDesk {
  readonly post: (path: string, body: object) => Promise<HttpAnswer>
  readonly get: (path: string) => Promise<HttpAnswer>
}

/** A desk of a server, as any HTTP client would be one. Repeats a command with its key when the answer was lost. */
export const httpDesk = (baseUrl: string, token: string): HttpDesk => {
  const send = async (method: string, path: string, headers: object, body?: object): Promise<HttpAnswer> => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    })
    const text = await response.text()
    const answer = (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>
    const refusals = (answer.refusals ?? []) as ReadonlyArray<{ readonly code: string }>
    return { status: response.status, body: answer, refusals: refusals.map(({ code }) => code) }
  }
  return {
    post: async (path, body) => {
      const headers = { "content-type": "application/json", "idempotency-key": randomUUID() }
      for (let attempt = 1; ; attempt++) {
        const answer = await send("POST", path, headers, body)
        if (answer.status !== 503 || attempt === 5) return answer
        await new Promise((resolve) => setTimeout(resolve, 20 * attempt))
      }
    },
    get: (path) => send("GET", path, {})
  }
}
