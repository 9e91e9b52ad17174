import { expect, it } from 'vitest';
import { exampleText } from '../../../lambdas/edge/docs/example-text.ts';
import { markdown } from '../../../lambdas/edge/docs/markdown.ts';

it.each([
  ['words', '<p>words</p>'],
  ['one\n\ntwo', '<p>one</p><p>two</p>'],
  ['`a < b` and **bold**', '<p><code>a &#60; b</code> and <b>bold</b></p>'],
  ['[here](/docs/problems#not-found)', '<p><a href="/docs/problems#not-found">here</a></p>'],
  ['[problems](problems.md#try-again)', '<p><a href="/docs/problems#try-again">problems</a></p>'],
  // Nobody can open a page of the repository here.
  ['[`code`](numbers.md#what)', '<p><code>code</code></p>'],
  ['[x](javascript:alert(1))', '<p>x)</p>'],
  ['<script>', '<p>&#60;script&#62;</p>'],
  ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['```json\n{}\n\n{}\n```\n\nafter', '<pre tabindex="0"><code>{}\n\n{}</code></pre><p>after</p>'],
])('%j', (text, wanted) => {
  expect(markdown(text).markup).toBe(wanted);
});

it('makes tables', () => {
  expect(markdown('| a | b |\n| --- | --- |\n| `c` | d |').markup).toMatch(
    /<th scope="col">a<\/th>.*<tbody><tr><td><code>c<\/code><\/td><td>d<\/td><\/tr><\/tbody>/,
  );
});

it('writes examples as people do: what fits in a line stands in one', () => {
  const long = 'x'.repeat(60);
  expect(exampleText({ a: [1, 2], b: { c: long, d: long } })).toBe(
    `{\n  "a": [1, 2],\n  "b": {\n    "c": "${long}",\n    "d": "${long}"\n  }\n}`,
  );
  expect(exampleText([])).toBe('[]');
});
