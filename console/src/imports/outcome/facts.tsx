import type { ComponentChildren } from 'preact';
import { sizeOf } from '../../exports/exports.ts';
import { When } from '../../kit/when.tsx';
import { useSpeech, useWords } from '../../words/use-words.ts';
import type { Encoding } from '../file/encoding.ts';
import type { Delimiter } from '../file/rows.ts';
import type { Import } from '../imports.ts';
import { importsWords } from '../words/imports-words.ts';

/** What stands of an import in any state. */
export function Facts({ of: data }: { readonly of: Import }) {
  const t = useWords(importsWords);
  const { number, language } = useSpeech();
  const { kind, file, createdAt, appliedAt, attestation, size } = data;
  const readAs = file && [
    t.delimiters[file.delimiter as Delimiter] ?? file.delimiter,
    t.encodings[file.encoding as Encoding] ?? file.encoding,
  ];
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    [t.fact.kind, t.kinds[kind]],
    ...(file === undefined
      ? []
      : ([
          [t.fact.rows, `${number(file.rows)} · ${sizeOf(size, language)}`],
          [t.fact.read, readAs?.join(' · ')],
        ] as const)),
    [t.fact.begun, <When key="begun" at={createdAt} focusable />],
    ...(appliedAt === undefined ? [] : [[t.fact.applied, <When key="applied" at={appliedAt} focusable />] as const]),
    ...(attestation === undefined
      ? []
      : ([
          [t.fact.operator, <bdi key="operator">{attestation.operator}</bdi>],
          [t.fact.document, <bdi key="document">{attestation.documentRef}</bdi>],
        ] as const)),
    ...(file === undefined
      ? []
      : [
          [
            t.fact.fingerprint,
            <code key="sha" dir="ltr">
              {file.sha256}
            </code>,
          ] as const,
        ]),
  ];
  return (
    <section class="panel settings">
      <h2>{t.facts}</h2>
      <dl class="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
