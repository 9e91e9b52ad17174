import { pieceRule } from '../rule.ts';

const tag = /<\/?[a-z!][^<>]{0,200}>|&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/i;
const link = /\[[^\][]{1,100}\]\([^()]{1,200}\)|(?:javascript|data|vbscript):/i;

/**
 * Tags, entities and written links. Texts are shown as plain text: a person would read the tag, and in another place it might do
 * something. Source: ours (the words shown are the evidence).
 */
export const markup = pieceRule('markup', 'all', ({ text }) => {
  const found = tag.exec(text) ?? link.exec(text);
  return found === null
    ? undefined
    : {
        severity: 'error',
        detail: `“${found[0]}” is markup, and people would read it as it stands.`,
        fix: 'Write plain text. The link to the privacy notice has a field of its own.',
      };
});
