import { choices, survey } from "./form.js";
import { MARK, readme, type SheetRows, tableSheet, workbook } from "./workbook.js";

const settings: SheetRows = {
  name: "settings",
  rows: [
    ["form_title", "form_id", "version", "default_language"],
    [`Cuestionario de hogares y desplazamiento (${MARK})`, "hogares_dfi_demostracion", "20220301", "Español (es)"],
  ],
};

/** The questionnaire as an XLSForm. */
export function questionnaire(): Uint8Array {
  return workbook(`Cuestionario – ${MARK}`, [
    tableSheet("survey", survey),
    tableSheet("choices", choices),
    settings,
    readme,
  ]);
}
