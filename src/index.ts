// The names a notebook uses, in the order of the flow. Types stand beside what reaches them: a cell that keeps a value
// whose type has no exported name does not compile.
export { type Description, describe } from "./check/describe.js";
export { type DeriveSpec, derive } from "./derive/derive.js";
export type { Auxiliaries, Term } from "./design/auxiliaries.js";
export { type CalibrationRecord, calibrate, type MovedTotal } from "./design/calibrate.js";
export type {
  Bounds,
  CalibrationSpec,
  CellTotal,
  Margin,
  NonresponseSpec,
  PoststratifySpec,
  RakeSpec,
  RegressionSpec,
  TrimSpec,
} from "./design/calibration-spec.js";
export {
  type Design,
  type DesignPart,
  type DesignSpec,
  type SingletonDomain,
  type SingletonPsu,
  toDesign,
} from "./design/design.js";
export { type FrameSpec, frameWeights } from "./design/frame-weights.js";
export { inPart } from "./design/parts.js";
export type {
  GivenReplicates,
  MadeReplicates,
  ReplicateSpec,
  Replicates,
  ReplicateType,
} from "./design/replicates.js";
export type { ResidualStep } from "./design/residual-step.js";
export type { Stage } from "./design/stages.js";
export { DataError, type Place, type Problem } from "./errors.js";
export type { Adjustment } from "./estimate/adjust.js";
export { type ChisqTest, chisq } from "./estimate/chisq.js";
export type { CompareOptions, GroupRatioOptions } from "./estimate/compare.js";
export type { ContrastOptions, TrendOptions } from "./estimate/contrast.js";
export type { CumulativeOptions } from "./estimate/cumulative.js";
export type { DifferenceOptions } from "./estimate/difference.js";
export {
  DEFF_REFERENCE,
  type Estimate,
  type Estimates,
  type Options,
  type Reason,
  type Statistic,
  type Where,
} from "./estimate/estimate.js";
export type { ExternalFigure } from "./estimate/external.js";
export type { FamilyName } from "./estimate/family.js";
export { type Coefficient, glm } from "./estimate/glm.js";
export type { CiMethod } from "./estimate/interval.js";
export { type Marginal, type MarginalOptions, marginal } from "./estimate/marginal.js";
export type { ModelOptions } from "./estimate/model.js";
export type { ProportionOptions } from "./estimate/proportion.js";
export { QUANTILE_RULE, type QuantileOptions } from "./estimate/quantile.js";
export type { RatioOptions } from "./estimate/ratio.js";
export type { AboutModel } from "./estimate/regressions.js";
export { type WaldOptions, type WaldTest, wald } from "./estimate/wald.js";
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
export {
  compare,
  contrast,
  correlation,
  cumulative,
  difference,
  equivalence,
  external,
  groupRatio,
  mean,
  populationVariance,
  proportion,
  quantile,
  ratio,
  total,
  trend,
} from "./notebook/statistics.js";
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
