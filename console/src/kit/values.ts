/** What stands in a form: by the pointer of the field in the body that is sent (`/whatsapp/phone`). */
export type Values = { readonly [pointer: string]: string };
