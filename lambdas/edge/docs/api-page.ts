import { type Html, html } from '../pages/parts/html.ts';
import type { ApiContent, ApiDocument, ApiHeader, ApiOperation, ApiParameter, ApiResponse } from './api-document.ts';
import { apiAnchor, docsPaths } from './docs-address.ts';
import { docsPage } from './docs-layout.ts';
import { exampleText } from './example-text.ts';
import { markdown, markdownLine } from './markdown.ts';
import { schemaView, shapeAnchor, typeLine } from './schema-view.ts';

interface Listed {
  readonly method: string;
  readonly path: string;
  readonly operation: ApiOperation;
}

/** The readable page of the API, made of its document: everything is open, so that the browser finds every word. */
export function apiPage(document: ApiDocument): string {
  const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Listed => ({ method, path, operation })),
  );
  const byTag = document.tags.map(
    (tag) => [tag, listed.filter(({ operation }) => operation.tags.includes(tag.name))] as const,
  );
  const shapes = Object.entries(document.components.schemas);
  const usual = usualRefusals(document, listed);
  return docsPage({
    path: docsPaths.api,
    title: document.info.title,
    contents: html`${byTag.map(
      ([{ name }, own]) =>
        html`<p><a href="${apiAnchor(anchorOfTag(name))}">${name}</a></p><ul>${own.map(contentsLine)}</ul>`,
    )}<p><a href="${apiAnchor(usualAnchor)}">Answers of any call</a></p><p><a href="${apiAnchor('shapes')}">Shapes</a></p><ul>${shapes.map(
      ([name]) => html`<li><a href="${apiAnchor(shapeAnchor(name))}">${name}</a></li>`,
    )}</ul>`,
    body: html`<h1>${document.info.title}</h1><p class="lead">${document.info.summary}</p>${markdown(document.info.description)}
      ${byTag.map(([tag, own]) => [
        html`<h2 id="${anchorOfTag(tag.name)}">${tag.name}</h2>${markdown(tag.description)}<ul class="here">${own.map(contentsLine)}</ul>`,
        ...own.map((each) => operationView(document, each, usual)),
      ])}
      <h2 id="${usualAnchor}">Answers of any call</h2>
      <p>Most operations may answer these; each says which. What else it may answer stands with it.</p>
      ${refusalsTable([...usual])}
      <h2 id="shapes">Shapes</h2>
      ${shapes.map(
        ([name, schema]) =>
          html`<section class="operation" id="${shapeAnchor(name)}"><h3>${name}</h3>${
            schema.description === undefined ? undefined : html`<p>${markdownLine(schema.description)}</p>`
          }${schemaView(schema)}</section>`,
      )}`,
  });
}

const anchorOfTag = (name: string): string => `tag-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;

function contentsLine({ method, operation }: Listed): Html {
  return html`<li><a href="${apiAnchor(operation.operationId)}"><span class="method ${method}">${method.toUpperCase()}</span>${operation.summary}</a></li>`;
}

function operationView(document: ApiDocument, { method, path, operation }: Listed, usual: Refusals): Html {
  const { operationId, summary, description, parameters = [], requestBody } = operation;
  return html`<section class="operation" id="${operationId}"><h3><a href="${apiAnchor(operationId)}">${summary}</a></h3>
    <p class="route"><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></p>
    <p class="soft">${scopeOf(document, operation)} · operation <code>${operationId}</code></p>
    ${description === undefined ? undefined : markdown(description)}
    ${parameters.length === 0 ? undefined : html`<h4>Parameters</h4>${parametersView(parameters.map((each) => resolved<ApiParameter>(document, each)))}`}
    ${requestBody === undefined ? undefined : html`<h4>Body${requestBody.required ? undefined : ', optional'}</h4>${contentView(requestBody.content)}`}
    <h4>Answers</h4>
    ${answersView(document, operation, usual)}</section>`;
}

function scopeOf(document: ApiDocument, { security = document.security }: ApiOperation): Html {
  const scopes = security.flatMap((each) => Object.values(each).flat());
  if (scopes.length === 0) return html`Needs no key`;
  return html`Needs a key with the scope ${scopes.map((scope) => html`<code>${scope}</code>`)}`;
}

function parametersView(parameters: readonly ApiParameter[]): Html {
  const ways = { path: 'in the path', query: 'in the query', header: 'header' };
  return html`<dl class="fields">${parameters.map(
    ({ name, in: where, required, description, schema }) =>
      html`<div><dt><code>${name}</code> <span class="type">${typeLine(schema)}, ${ways[where]}</span>${
        required === true ? html` <span class="required">required</span>` : undefined
      }</dt><dd>${description === undefined ? undefined : html`<p>${markdownLine(description)}</p>`}</dd></div>`,
  )}</dl>`;
}

function contentView(content: ApiContent): Html {
  return html`${Object.entries(content).map(([type, { schema, examples = {} }]) => [
    type === 'application/json' ? undefined : html`<p class="type"><code>${type}</code></p>`,
    schemaView(schema),
    ...Object.values(examples).map(({ summary, value }) => [
      summary === undefined ? undefined : html`<p class="type">${summary}</p>`,
      html`<pre tabindex="0"><code>${shown(value)}</code></pre>`,
    ]),
  ])}`;
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : exampleText(value));

/** Descriptions of refusals by their status. */
type Refusals = ReadonlyMap<string, string>;

const usualAnchor = 'answers-of-any-call';

const answersOf = (document: ApiDocument, { responses }: ApiOperation) =>
  Object.entries(responses).map(([status, each]) => [status, resolved<ApiResponse>(document, each)] as const);
const isRefusal = ([status]: readonly [string, ApiResponse]): boolean => status >= '300';

/** The refusals that most operations may answer in the same words: they stand on the page once. */
function usualRefusals(document: ApiDocument, listed: readonly Listed[]): Refusals {
  const all = listed.flatMap(({ operation }) => answersOf(document, operation).filter(isRefusal));
  const times = Map.groupBy(all, ([status, { description }]) => `${status} ${description}`);
  const usual = [...times.values()].filter((same) => same.length > listed.length / 2);
  const rows = usual.flatMap(([first]): [string, string][] => (first ? [[first[0], first[1].description]] : []));
  return new Map(rows.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function refusalsTable(refusals: readonly (readonly [status: string, description: string])[]): Html {
  return html`<div class="wide" tabindex="0"><table class="answers"><tbody>${refusals.map(
    ([status, description]) => html`<tr><td class="status">${status}</td><td>${markdownLine(description)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** The good answers whole, the refusals as a table: they are everywhere of one shape. Of the usual ones only the status. */
function answersView(document: ApiDocument, operation: ApiOperation, usual: Refusals): Html {
  const all = answersOf(document, operation);
  const good = all.filter((each) => !isRefusal(each));
  const refusals = all.filter(isRefusal).map(([status, { description }]) => [status, description] as const);
  const own = refusals.filter(([status, description]) => usual.get(status) !== description);
  const others = refusals.filter((each) => !own.includes(each)).map(([status]) => status);
  return html`${good.map(
    ([status, { description, headers = {}, content = {} }]) =>
      html`<p><span class="status">${status}</span> ${markdownLine(description)}${headersView(headers)}</p>${contentView(content)}`,
  )}${own.length === 0 ? undefined : refusalsTable(own)}${
    others.length === 0
      ? undefined
      : html`<p class="soft"><a href="${apiAnchor(usualAnchor)}">As of any call</a>: ${others.join(', ')}</p>`
  }`;
}

function headersView(headers: ApiResponse['headers'] & object): Html | undefined {
  const names = Object.keys(headers).filter((name) => name !== 'X-Request-Id');
  return names.length === 0 ? undefined : html` With ${names.map((name) => html`<code>${name}</code> `)}`;
}

function resolved<Part extends ApiParameter | ApiResponse | ApiHeader>(
  document: ApiDocument,
  part: Part | { readonly $ref: string },
): Part {
  if (!('$ref' in part)) return part;
  let found: unknown = document;
  for (const step of part.$ref.replace('#/', '').split('/'))
    found = (found as { readonly [name: string]: unknown })[step];
  return found as Part;
}
