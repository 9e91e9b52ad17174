export const en = {
  title: 'Audit',
  lead: 'Every act that changed something here, and every list of people that was handed out. Nothing is ever changed or taken away.',
  what: 'Act',
  about: 'About, by whom',
  by: 'by',
  when: 'When',
  refused: 'refused',
  unknown: 'not known whether done',
  none: 'Nothing was done yet',
  noneWhy: 'Whatever somebody changes stands here from then on.',
};
