/** What a column can be. */
export const fields = [
  'phone',
  'bsuid',
  'date',
  'status',
  'purposes',
  'documentRef',
  'operator',
  'source',
  'locale',
] as const;
export type Field = (typeof fields)[number];

/** Which column is what, by the names in the first row. */
export type Columns = { readonly [F in Field]?: string };

/**
 * Words by which people name such columns, in the languages of the console and some neighbours; without accents and small. The longest that
 * is in a name decides.
 */
const named: { readonly [F in Field]: readonly string[] } = {
  phone: [
    ...[
      'phone',
      'phone number',
      'mobile',
      'mobile number',
      'whatsapp',
      'whats app',
      'msisdn',
      'cell',
      'contact number',
      'number',
    ],
    ...['telefono', 'celular', 'movil', 'numero', 'telefone', 'telemovel'],
    ...['telefon', 'telefonnummer', 'handy', 'handynummer', 'mobil', 'mobilnummer', 'rufnummer', 'nummer'],
    ...[
      'الهاتف',
      'الجوال',
      'رقم',
      'الرقم',
      'رقم الهاتف',
      'رقم الجوال',
      'फोन',
      'मोबाइल',
      'नंबर',
      'फोन नंबर',
      'मोबाइल नंबर',
    ],
  ],
  bsuid: ['bsuid', 'business scoped user id', 'whatsapp user id', 'whats app user id'],
  date: [
    ...['date', 'opt in date', 'opt out date', 'opted in at', 'opted out at', 'consent date', 'signed up', 'timestamp'],
    ...['created at', 'subscribed at', 'unsubscribed at', 'when', 'fecha', 'fecha de alta', 'fecha de baja', 'data'],
    ...['data de cadastro', 'datum', 'anmeldedatum', 'abmeldedatum', 'zeitpunkt', 'التاريخ', 'تاريخ', 'तारीख', 'दिनांक'],
  ],
  status: [
    ...['status', 'consent', 'opt in', 'opted in', 'subscribed', 'subscription status', 'marketing consent'],
    ...['estado', 'acepta', 'consentimiento', 'situacao', 'aceita', 'consentimento'],
    ...['einwilligung', 'zustimmung', 'angemeldet', 'الحالة', 'الموافقة', 'स्थिति', 'सहमति'],
  ],
  purposes: [
    ...['purpose', 'purposes', 'topic', 'topics', 'list', 'lists', 'segment', 'interest', 'tema', 'temas', 'lista'],
    ...['finalidad', 'finalidade', 'thema', 'themen', 'zweck', 'zwecke', 'liste', 'الغرض', 'القائمة', 'उद्देश्य', 'विषय'],
  ],
  documentRef: [
    ...['document', 'document ref', 'reference', 'form', 'form number', 'evidence', 'proof', 'documento', 'referencia'],
    ...['formulario', 'dokument', 'beleg', 'nachweis', 'formular', 'المستند', 'المرجع', 'दस्तावेज़', 'संदर्भ'],
  ],
  operator: [
    ...['operator', 'agent', 'staff', 'employee', 'recorded by', 'operador', 'agente', 'empleado', 'atendente'],
    ...['mitarbeiter', 'bearbeiter', 'erfasst von', 'الموظف', 'कर्मचारी'],
  ],
  source: [
    'source',
    'channel',
    'origin',
    'fuente',
    'origen',
    'canal',
    'origem',
    'quelle',
    'kanal',
    'herkunft',
    'المصدر',
    'स्रोत',
  ],
  locale: ['locale', 'language', 'lang', 'idioma', 'sprache', 'اللغة', 'भाषा'],
};

/** Without accents, small, and with one blank where the name has anything but letters and digits: `Opt-In_Date` → `opt in date`. */
export const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Script=Latin}\p{M}+/gu, ([letter = '']) => letter)
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** How well a name fits: 2 = it is one of the words, 1 and a bit = one is in it; 0 = not at all. */
function likeness(field: Field, name: string): number {
  const words = ` ${plain(name)} `;
  const found = named[field].filter((each) => words.includes(` ${each} `));
  const longest = Math.max(0, ...found.map((each) => each.length));
  return longest === 0 ? 0 : longest === words.length - 2 ? 2 : 1 + longest / 100;
}

/** Which column is what, as its name says; each column and each field once, the best fits first. A date is no format. */
export function guessColumns(header: readonly string[]): Columns {
  const fits = fields
    .flatMap((field) => header.map((name) => ({ field, name, fits: likeness(field, name) })))
    .filter((each) => each.fits > 0)
    .sort((a, b) => b.fits - a.fits);
  const taken: { [F in Field]?: string } = {};
  for (const { field, name } of fits) {
    if (taken[field] === undefined && !Object.values(taken).includes(name)) taken[field] = name;
  }
  return taken;
}

/** A number as a spreadsheet spoils it when it saves a file as CSV: `5.21551E+12`. Its digits are lost. */
export const isSpoilt = (cell: string): boolean => /^\s*\d([.,]\d+)?E\+?\d+\s*$/i.test(cell);
