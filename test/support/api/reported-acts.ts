let line = 0;

/** Somebody new, so that no case sees another's statements. */
export const somebody = () => ({ phone: `+52 55 7000 ${String(1000 + ++line)}` });

/** The body of an opt-in by paper of somebody new. */
export const optIn = (more: object = {}) => ({
  user: somebody(),
  purposes: ['offers'],
  saidAt: '2026-11-20T10:00:00-06:00',
  source: 'paper',
  by: 'data-subject',
  evidence: { documentRef: 'A-1179', operator: 'till 4' },
  ...more,
});

/** The body of an opt-out of everything through the call centre. */
export const optOut = (more: object = {}) => ({
  user: somebody(),
  purposes: 'all',
  saidAt: '2026-11-20T17:00:00Z',
  source: 'call-centre',
  by: 'data-subject',
  ...more,
});
