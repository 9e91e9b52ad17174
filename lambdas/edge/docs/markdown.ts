import { type Html, html } from '../pages/parts/html.ts';
import { docsAddress } from './docs-address.ts';

/**
 * The part of Markdown that our own pages use: paragraphs, lists, tables, fenced code; in a line code, bold, and links. A link to
 * another page of the repository, which nobody can open here, keeps its words only.
 */
export function markdown(text: string): Html {
  const blocks = text.trim().split(/\n{2,}(?=(?:[^`]|`(?!``)|```[\s\S]*?```)*$)/);
  return html`${blocks.map(block)}`;
}

/** One line of it, without a paragraph around. */
export function markdownLine(text: string): Html {
  return html`${text.split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/).map(piece)}`;
}

function block(text: string): Html {
  const fence = /^```\w*\n([\s\S]*?)\n?```$/.exec(text);
  if (fence !== null) return html`<pre tabindex="0"><code>${fence[1]}</code></pre>`;
  const lines = text.split('\n');
  if (lines.every((line) => line.startsWith('|'))) return table(lines);
  if (lines.every((line) => /^(- |\s)/.test(line))) {
    const items = text.replace(/^- /, '').split(/\n- /);
    return html`<ul>${items.map((item) => html`<li>${markdownLine(item)}</li>`)}</ul>`;
  }
  return html`<p>${markdownLine(text)}</p>`;
}

function table([head = '', , ...rows]: readonly string[]): Html {
  const cells = (line: string): readonly string[] => line.replace(/^\||\|$/g, '').split('|');
  return html`<div class="wide" tabindex="0"><table><thead><tr>${cells(head).map((cell) => html`<th scope="col">${markdownLine(cell.trim())}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${cells(row).map((cell) => html`<td>${markdownLine(cell.trim())}</td>`)}</tr>`)}</tbody></table></div>`;
}

function piece(text: string): Html {
  const code = /^`(.+)`$/.exec(text)?.[1];
  if (code !== undefined) return html`<code>${code}</code>`;
  const bold = /^\*\*(.+)\*\*$/.exec(text)?.[1];
  if (bold !== undefined) return html`<b>${bold}</b>`;
  const [, words, target] = /^\[(.+)\]\((.+)\)$/.exec(text) ?? [];
  if (words === undefined || target === undefined) return html`${text.replaceAll('*', '')}`;
  const address = docsAddress(target);
  return address === undefined ? markdownLine(words) : html`<a href="${address}">${markdownLine(words)}</a>`;
}
