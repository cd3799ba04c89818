import { type Invalid, type PolicyContext, unknownContext } from "@openshelf/core"
import { Result, Schema } from "effect"

const text = Schema.NullOr(Schema.String).annotate({ expected: "a text, or null" })
const count = Schema.NullOr(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))).annotate({
  expected: "a whole number from 0 on, or null"
})
const yesOrNo = Schema.NullOr(Schema.Boolean).annotate({ expected: "true, false or null" })

const fields = {
  readerCategory: text,
  itemType: text,
  branch: text,
  collection: text,
  location: text,
  format: text,
  language: text,
  readerAge: count,
  itemAgeDays: count,
  waiting: count,
  isRenewal: yesOrNo,
  onSite: yesOrNo,
  recalled: yesOrNo,
  readerHome: Schema.NullOr(Schema.Literals(["same", "other"])).annotate({ expected: '"same", "other" or null' }),
  readerNear: yesOrNo
} satisfies Record<keyof PolicyContext, Schema.Top>

const optional = <F extends Record<string, Schema.Top>>(
  all: F
): { readonly [K in keyof F]: Schema.optionalKey<F[K]> } =>
  Object.fromEntries(Object.entries(all).map(([name, field]) => [name, Schema.optionalKey(field)])) as never

/** A case that a policy is asked about. What is not named is unknown; but it is a checkout, taken home, nobody waiting. */
export const PolicyCaseInput = Schema.Struct(optional(fields))

/** The case that a body names, or every name and value that is none. */
export const readPolicyCase = (given: object): Result.Result<PolicyContext, ReadonlyArray<Invalid>> => {
  const wrong = Object.entries(given).flatMap(([name, value]): ReadonlyArray<Invalid> => {
    const field = Object.hasOwn(fields, name) ? fields[name as keyof PolicyContext] : undefined
    const path = `case.${name}`
    if (field === undefined) return [{ path, expected: `one of ${Object.keys(fields).join(", ")}` }]
    return Schema.is(field as Schema.Schema<unknown>)(value) ? [] : [{ path, expected: expectedOf(field) }]
  })
  return wrong.length > 0
    ? Result.fail(wrong)
    : Result.succeed({ ...unknownContext, isRenewal: false, onSite: false, recalled: false, waiting: 0, ...given })
}

const expectedOf = (field: Schema.Top): string => String(Schema.resolveAnnotations(field)?.expected)
