import { Effect } from "effect"
import type { TokenRow } from "../../../decision/tables.ts"
import { minutesLater, morning } from "../../rows.ts"
import { type ContractCase, must, same } from "../contractCase.ts"
import { newScene } from "../scene.ts"

const document = (kind: "policy" | "calendar", content: string) =>
  ({ kind, validFrom: morning, content, publishedAt: minutesLater(1), publishedBy: "staff:ann" }) as const

/** Documents and tokens. */
export const documentCases: ReadonlyArray<ContractCase> = [
  {
    title: "publish: each kind counts its versions from 1; all versions stay as they were published",
    run: Effect.gen(function* () {
      const { storage, tenant } = yield* newScene
      const contents = [document("policy", '{"a":"ü"}'), document("calendar", "{}"), document("policy", "{}")]
      const versions = yield* Effect.forEach(contents, (one) => storage.publish(tenant, one))
      yield* same(versions, [1, 1, 2], "the versions")
      const { documents } = yield* storage.documents(tenant)
      const published = contents.map((one, index) => ({ ...one, version: versions[index] }))
      const byName = (one: { readonly kind: string; readonly version?: number | undefined }) =>
        `${one.kind} ${one.version}`
      const sorted = published.toSorted((left, right) => (byName(left) < byName(right) ? -1 : 1))
      yield* same(
        documents.toSorted((left, right) => (byName(left) < byName(right) ? -1 : 1)),
        sorted,
        "the documents"
      )
    })
  },
  {
    title: "publish: the number of the set grows each time, and a command needs the present one",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const { storage, tenant } = scene
      let last = (yield* storage.documents(tenant)).documentsVersion
      for (const kind of ["policy", "policy", "calendar"] as const) {
        yield* storage.publish(tenant, document(kind, "{}"))
        const { documentsVersion } = yield* storage.documents(tenant)
        yield* must(documentsVersion > last, "the number did not grow")
        last = documentsVersion
      }
      yield* storage.run(scene.request({}, { documentsVersion: last }))
      const { documentsVersion } = yield* storage.openTenant({ tenant, name: "x", currency: "EUR", openedAt: 0 })
      yield* same(documentsVersion, last, "the number that the tenant itself says")
    })
  },
  {
    title: "publish: of first documents published at once one is added, and the others say which version there is",
    run: Effect.gen(function* () {
      const { storage, tenant } = yield* newScene
      const contents = ["{}", '{"a":1}', '{"a":2}'].map((content) => document("policy", content))
      const versions = yield* Effect.forEach(contents, (one) => storage.publish(tenant, one, 1), {
        concurrency: "unbounded"
      })
      yield* same(versions, [1, 1, 1], "the versions")
      const { documents } = yield* storage.documents(tenant)
      yield* same(documents.length, 1, "how many there are")
      yield* same(yield* storage.publish(tenant, document("policy", "{}")), 2, "the version after it")
    })
  },
  {
    title: "a document may be long",
    run: Effect.gen(function* () {
      const { storage, tenant } = yield* newScene
      const content = JSON.stringify({ text: "图书馆 ".repeat(50_000) })
      yield* storage.publish(tenant, document("policy", content))
      const { documents } = yield* storage.documents(tenant)
      yield* must(documents[0]?.content === content, "it came back another")
    })
  },
  {
    title: "tokens: put, found by hash, put again in place, removed once",
    run: Effect.gen(function* () {
      const { storage, tenant, read } = yield* newScene
      const token: TokenRow = {
        tokenHash: "a".repeat(64),
        role: "desk",
        subject: "ann",
        branch: "main",
        permissions: '["loans.override.debt"]',
        createdAt: morning,
        expiresAt: null
      }
      const other: TokenRow = { ...token, tokenHash: "b".repeat(64), role: "reader", subject: "ada" }
      const stored = Effect.map(read({ token: { tokenHash: token.tokenHash } }), (found) => found.token)
      yield* same(yield* stored, null, "a token that was not put")
      yield* storage.putToken(tenant, token)
      yield* storage.putToken(tenant, other)
      yield* same(yield* stored, token, "the token")
      const shorter = { ...token, expiresAt: minutesLater(5) }
      yield* storage.putToken(tenant, shorter)
      yield* same(yield* stored, shorter, "the token put again")
      yield* same(yield* storage.removeToken(tenant, token.tokenHash), true, "whether there was one")
      yield* same(yield* storage.removeToken(tenant, token.tokenHash), false, "whether there was one still")
      yield* same(yield* stored, null, "the token that was removed")
      const { token: left } = yield* read({ token: { tokenHash: other.tokenHash } })
      yield* same(left, other, "the other token")
    })
  }
]
