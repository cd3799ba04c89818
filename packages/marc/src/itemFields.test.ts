import { describe, expect, it } from "vitest"
import { marc21 } from "../test/samples.ts"
import { itemFields, itemMappings } from "./itemFields.ts"

describe("itemFields", () => {
  it("gives the items of a record, by the mapping of its system", () => {
    const record = marc21(
      "",
      "999   $aQA76 .B2$wLC$iX0001 $lSTACKS$mALDERMAN$tBOOK",
      "999   $aQA76$wLC",
      "999   $iX0002"
    )
    expect(itemFields(record, itemMappings.sirsi)).toEqual([
      { barcode: "X0001", callNumber: "QA76 .B2", branch: "ALDERMAN", location: "STACKS", type: "BOOK" },
      { barcode: "X0002", callNumber: null, branch: null, location: null, type: null }
    ])
  })
})
