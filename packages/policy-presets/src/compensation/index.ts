import { berkeley } from "./berkeley.ts"
import { brunel } from "./brunel.ts"
import { cityLibraryA14 } from "./cityLibraryA14.ts"
import { collegeA11 } from "./collegeA11.ts"
import { collegeB3 } from "./collegeB3.ts"
import { delaware } from "./delaware.ts"
import { libraryA19 } from "./libraryA19.ts"
import { libraryA20 } from "./libraryA20.ts"
import { libraryA21 } from "./libraryA21.ts"
import { libraryA22 } from "./libraryA22.ts"
import { libraryA23 } from "./libraryA23.ts"
import { libraryB6 } from "./libraryB6.ts"
import { lilly } from "./lilly.ts"
import { marshallLyon } from "./marshallLyon.ts"
import { minnanNormal } from "./minnanNormal.ts"
import { minnesota } from "./minnesota.ts"
import { nationalStyleB1 } from "./nationalStyleB1.ts"
import { northernColorado } from "./northernColorado.ts"
import { noticeB4 } from "./noticeB4.ts"
import type { CompensationPreset } from "./preset.ts"
import { scarborough } from "./scarborough.ts"
import { schoolB5 } from "./schoolB5.ts"
import { texasAustin } from "./texasAustin.ts"
import { tianjinConservatory } from "./tianjinConservatory.ts"

/** What losses and damage cost in real libraries, each rule as published; gaps that had to be filled say so. */
export const compensationPresets: ReadonlyArray<CompensationPreset> = [
  berkeley,
  brunel,
  cityLibraryA14,
  collegeA11,
  collegeB3,
  delaware,
  libraryA19,
  libraryA20,
  libraryA21,
  libraryA22,
  libraryA23,
  libraryB6,
  lilly,
  marshallLyon,
  minnanNormal,
  minnesota,
  nationalStyleB1,
  northernColorado,
  noticeB4,
  scarborough,
  schoolB5,
  texasAustin,
  tianjinConservatory
]
