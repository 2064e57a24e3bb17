import type { Problem } from "../errors.js";
import { unknownColumn } from "../load/expression.js";
import type { Table } from "../load/table.js";
import { toCodes } from "./codes.js";
import type { DesignSpec } from "./design.js";
import { fpcProblems } from "./fpc.js";
import { placeOf, rowProblems } from "./row-problems.js";

/** The columns that a design names and the table does not have, or has with several values a row; and more columns than stages. */
export function columnProblems(table: Table, spec: DesignSpec): Problem[] {
  const stages = Math.max(1, spec.clusters?.length ?? 0);
  const tooMany = (["strata", "fpc"] as const).flatMap((what): Problem[] => {
    const count = spec[what]?.length ?? 0;
    return count > stages ? [{ code: "tooManyStages", holes: { what, count, stages }, place: placeOf(table) }] : [];
  });
  const replicates = spec.replicates !== undefined && "columns" in spec.replicates ? spec.replicates.columns : [];
  const named = { weights: spec.weights, strata: spec.strata, clusters: spec.clusters, fpc: spec.fpc, replicates };
  const columns = Object.entries(named).flatMap(([role, names]) =>
    [names ?? []].flat().flatMap((name): Problem[] => {
      const column = table.columns.get(name);
      if (column === undefined) return [unknownColumn(name, table)];
      if (column.kind !== "multiple") return [];
      return [{ code: "multipleInDesign", holes: { name, role }, place: placeOf(table) }];
    }),
  );
  const domain: Problem[] =
    spec.replicates === undefined || spec.singletonDomain === undefined
      ? []
      : [{ code: "singletonDomainReplicates", holes: {}, place: placeOf(table) }];
  return [...tooMany, ...columns, ...domain];
}

/** The rows that were drawn and about which a column of the design says nothing, or nothing that can be. */
export function missingCodes(table: Table, spec: DesignSpec, drawn: Int32Array): Problem[] {
  const blank = (name: string, code: string): Problem[] => {
    const { codes } = toCodes(table.columns.get(name)!);
    return rowProblems(
      table,
      name,
      code,
      drawn.filter((row) => codes[row]! < 0),
    );
  };
  return [
    ...(spec.strata ?? []).flatMap((name) => blank(name, "missingStratum")),
    ...(spec.clusters ?? []).flatMap((name) => blank(name, "missingCluster")),
    ...(spec.fpc ?? []).flatMap((name) => fpcProblems(table, name, table.columns.get(name)!, drawn)),
  ];
}
