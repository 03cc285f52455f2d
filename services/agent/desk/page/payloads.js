// SPDX-License-Identifier: Apache-2.0
// Every message is held against its schema, on the way in and on the way out.
import * as checks from 'desk-checks';

export const schemaOf = {
  kiosk: { status: 'kioskStatus', call: 'call', guide: 'guide', answer: 'answer' },
  desk: { status: 'deskStatus' },
};

/** Whether `value` is what the schema of that name describes. */
export function fits(schema, value) {
  return checks[schema](value) === true;
}

/** The object that `bytes` hold, or null when they are no JSON or do not fit. */
export function read(schema, bytes) {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return fits(schema, value) ? value : null;
  } catch {
    return null;
  }
}

/** The text of an object that fits; a misfit is a mistake of this page. */
export function write(schema, value) {
  if (!fits(schema, value))
    throw new Error(`does not fit ${schema}: ${JSON.stringify(checks[schema].errors)}`);
  return JSON.stringify(value);
}
