import type { DoubtWords } from '../topics/doubts.ts';

export const doubts: DoubtWords = {
  denials: `
    no, not, dont, don, never, cant, cannot, wont, isnt, arent, wasnt, didnt, doesnt, wouldnt, shouldnt, couldnt, havent, hasnt,
    aint, neither, nor, none, nobody, nothing, nope, nah, without, refuse, decline, disagree, reject, deny, against, unless, wrong,
    mistake, accident, accidentally, joke, joking, kidding, ignore, forget, cancel, delete, remove, withdraw, revoke, refused, declined,
    denied, disagreed, withdrawn, revoked, cancelled, canceled, false, fake, prank, spam, scam, hate, but, only, except, however`,
};
