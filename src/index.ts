// The names a notebook uses, in the order of the flow. Types stand beside what reaches them: a cell that keeps a value
// whose type has no exported name does not compile.
export { type Description, describe } from "./check/describe.js";
export { type DeriveSpec, derive } from "./derive/derive.js";
export { type Design, type DesignPart, type DesignSpec, type SingletonPsu, toDesign } from "./design/design.js";
export { inPart } from "./design/parts.js";
export type { Stage } from "./design/stages.js";
export { DataError, type Place, type Problem } from "./errors.js";
export type { Estimate, Estimates, Options, Reason, Statistic, Where } from "./estimate/estimate.js";
export type { Loaded } from "./load/answers.js";
export type {
  CodeColumn,
  Column,
  ColumnFacts,
  Level,
  MissingKind,
  MultipleColumn,
  NumberColumn,
  Table,
  TextColumn,
} from "./load/table.js";
export { readTableFile } from "./load/table-file.js";
export { type Certainty, certainty, isAtLeast, isBelow, isHigher, isLower, isUndecided } from "./narrate/claims.js";
export type { Evidence, FindingSpec } from "./narrate/finding.js";
export type { EstimateList } from "./notebook/estimate-list.js";
export { bars, causes, finding, periods, pyramid, type Rows, show, table } from "./notebook/exhibits.js";
export { openStudy, type Study, type Variable } from "./notebook/open-study.js";
export { difference, mean, proportion, ratio, total } from "./notebook/statistics.js";
export type { StudyData } from "./plan/data.js";
export type { Indicator, Kind } from "./plan/indicator.js";
export type { Counts, Precision, Released } from "./policy/released.js";
export type {
  Block,
  CountsBlock,
  FigureBlock,
  FigureKind,
  FindingBlock,
  Frame,
  Labels,
  Reading,
  TableBlock,
} from "./present/block.js";
export type { PublicCounts } from "./present/public-counts.js";
export type { StudyLabels } from "./present/study-labels.js";
export type { DerivedSettings, DesignSettings, PartSpec, Settings, UnitSettings } from "./study/settings.js";
export type { Texts } from "./words/catalogue.js";
