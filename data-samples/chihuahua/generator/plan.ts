import { readTable, type TextTable } from "./tables.js";
import { MARK, type SheetRows, tableSheet, workbook } from "./workbook.js";

/** The rows of the analysis plan, in the order of the notebooks. */
export const planRows: TextTable = readTable("plan.csv");

/** The plan's columns, explained in Spanish and English. */
const columns: TextTable = readTable("plan-columns.csv");

const readme: SheetRows = { ...tableSheet("leeme", columns), rows: [[MARK], ...tableSheet("leeme", columns).rows] };

/** The analysis plan as a workbook. */
export function plan(): Uint8Array {
  return workbook(`Plan de análisis – ${MARK}`, [tableSheet("plan", planRows), readme]);
}
