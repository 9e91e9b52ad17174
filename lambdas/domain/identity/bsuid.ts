/** Country, perhaps ENT for a managed portfolio's parent id, up to 128 letters and digits (Meta, "Business-scoped user IDs"). */
const form = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

/** A business-scoped user id as Meta writes it, unchanged; undefined for anything else, which is to be kept aside, not used. */
export function parseBsuid(value: string): string | undefined {
  return form.test(value) ? value : undefined;
}
