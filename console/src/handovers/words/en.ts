export const en = {
  title: 'With a human',
  lead: 'Who asked for a person, or was handed over. Automatic replies are silent for them until you hand them back, or 24 hours after their last message. STOP is always heard.',
  person: 'Person',
  since: 'Since',
  by: 'By',
  lastWrote: 'Last wrote',
  handBack: 'Hand back',
  handedBack: 'Handed back. Automatic replies answer again.',
  none: 'Nobody is with a human',
  noneWhy: 'Who presses “Talk to a person”, or asks for one in words, appears here.',
  causes: {
    button: 'A button',
    words: 'Their words',
    business: 'Your team',
  },
};
