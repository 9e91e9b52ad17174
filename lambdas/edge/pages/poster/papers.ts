/**
 * What a poster is printed as, in millimetres. `face` is one side of it: a table tent has two on a sheet, folded between them. `unit` is
 * what the measures of A4 are multiplied by; `code` the least width of the QR code with its quiet zone.
 */
export const papers = {
  a4: { width: 210, height: 297, face: { width: 210, height: 297 }, unit: 1, code: 60, isFolded: false },
  letter: { width: 215.9, height: 279.4, face: { width: 215.9, height: 279.4 }, unit: 0.98, code: 60, isFolded: false },
  a6: { width: 105, height: 148, face: { width: 105, height: 148 }, unit: 0.5, code: 34, isFolded: false },
  card: { width: 148, height: 210, face: { width: 148, height: 210 }, unit: 0.7, code: 45, isFolded: false },
  tent: { width: 210, height: 297, face: { width: 210, height: 148.5 }, unit: 0.7, code: 45, isFolded: true },
  'tent-letter': {
    width: 215.9,
    height: 279.4,
    face: { width: 215.9, height: 139.7 },
    unit: 0.68,
    code: 45,
    isFolded: true,
  },
} as const;
export type Paper = keyof typeof papers;

export const paperNames = Object.keys(papers) as [Paper, ...Paper[]];
