import type { Known, Wanted } from '../../domain/inbound/wanted.ts';
import { sealKeywordNotice } from '../collection/seal-reported.ts';
import { type InboundDeps, needed } from './inbound-deps.ts';

/** Looks up what a decision needs to know: one request at most, and for the answer to a prompt of ours one for whoever gave it. */
export async function lookUp(deps: InboundDeps, wanted: Wanted | undefined): Promise<Known> {
  switch (wanted?.want) {
    case undefined:
      return {};
    case 'choice':
      return { choice: await needed(deps.choices).recall(wanted.code) };
    case 'point':
      return { point: (await needed(deps.points).find(wanted.code))?.point };
    case 'prompt': {
      const prompt = await needed(deps.prompts).recall(wanted.code);
      const app = wanted.apps.find(({ appId }) => appId === prompt?.appId);
      const presser = app && (await deps.ledger.subjectsOf(app, wanted.person, wanted.at));
      return { prompt, presser };
    }
    case 'ad':
      return { point: await needed(deps.points).ofAd(wanted.app.appId, wanted.referral, wanted.at) };
    case 'signup':
      return { signup: await needed(deps.points).ofSignup(wanted.signupId) };
    case 'keyword-notice':
      return { seal: await sealKeywordNotice(needed(deps.notices), wanted.app) };
  }
}
