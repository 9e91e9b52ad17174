import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { Copyable } from '../kit/copyable.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import type { Point } from './points.ts';
import { pointsWords } from './words/points-words.ts';

/** What a poster can be printed on, as the poster page calls it. */
const papers = ['a4', 'letter', 'a6', 'card', 'tent', 'tent-letter'] as const;

/** The code, its files, the poster, and the addresses to hand on. */
export function Addresses({ point }: { readonly point: Point }) {
  const t = useWords(pointsWords);
  const { url, pageUrl, posterUrl, whatsappUrl } = point;
  return (
    <section class="panel">
      <h2>{t.addresses}</h2>
      <div class="qr-row">
        <QrCode point={point} />
        <div class="qr-acts">
          <Download point={point} format="png" />
          <Download point={point} format="svg" />
          <p class="hint">{t.qrHint}</p>
        </div>
      </div>
      {posterUrl !== undefined && <Poster url={posterUrl} />}
      {url !== undefined && <Copyable label={t.url} text={url} hint={t.urlHint} />}
      <details>
        <summary>{t.moreAddresses}</summary>
        <div class="more-addresses">
          {pageUrl !== undefined && <Copyable label={t.pageUrl} text={pageUrl} hint={t.pageUrlHint} />}
          {whatsappUrl !== undefined && <Copyable label={t.whatsappUrl} text={whatsappUrl} hint={t.whatsappUrlHint} />}
        </div>
      </details>
      {pageUrl !== undefined && (
        <p>
          <a href={pageUrl} target="_blank" rel="noopener">
            {t.seePage}
          </a>
        </p>
      )}
    </section>
  );
}

/** The code as people scan it; on white in the dark, too. */
export function QrCode({ point: { pointId, name } }: { readonly point: Point }) {
  const t = useWords(pointsWords);
  const { appId } = useApp();
  const code = useQuery({
    queryKey: ['qr', appId, pointId],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      dataOf(
        api.GET('/v1/apps/{appId}/points/{pointId}/qr.svg', {
          params: { path: { appId, pointId } },
          parseAs: 'text',
        }),
      ),
  });
  return (
    <div class="qr">
      <Loaded of={code} lines={3}>
        {(svg) => (
          <img
            alt={fill(t.qrAlt, { name })}
            width="168"
            height="168"
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
          />
        )}
      </Loaded>
    </div>
  );
}

/** Sides of a picture, in pixels: sharp on a poster of A4. */
const size = '1024';

export interface DownloadProps {
  readonly point: Point;
  readonly format: 'png' | 'svg';
  /** Only the format is seen on it. */
  readonly isShort?: boolean;
}

/** Fetches the code with the key of the session, and hands it to the browser as a file. */
export function Download({ point, format, isShort = false }: DownloadProps) {
  const t = useWords(pointsWords);
  const kit = useWords(kitWords);
  const { appId } = useApp();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const path = { appId, pointId: point.pointId };
  const download = async () => {
    setBusy(true);
    setFault('');
    try {
      const file = await dataOf<Blob>(
        format === 'png'
          ? api.GET('/v1/apps/{appId}/points/{pointId}/qr.png', {
              params: { path, query: { size } },
              parseAs: 'blob',
            })
          : api.GET('/v1/apps/{appId}/points/{pointId}/qr.svg', { params: { path }, parseAs: 'blob' }),
      );
      const address = URL.createObjectURL(file);
      const link = document.createElement('a');
      link.href = address;
      link.download = `${fileNameOf(point.name)}.${format}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (error) {
      setFault(kit.failures[failureOf(error).kind]);
    }
    setBusy(false);
  };
  return (
    <div>
      <Button busy={busy} onClick={() => void download()}>
        {isShort && <span aria-hidden="true">↓ {format.toUpperCase()}</span>}
        <span class={isShort ? 'visually-hidden' : ''}>{fill(t.download, { format: format.toUpperCase() })}</span>
      </Button>
      {fault !== '' && (
        <p class="faults" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

/** The name of a point as a file can be called on every system. */
const fileNameOf = (name: string): string =>
  `qr ${name}`
    .replace(/[\p{C}\\/:*?"<>|.]+/gu, ' ')
    .trim()
    .slice(0, 80);

/** Opens the page that prints on the paper that is chosen. */
function Poster({ url }: { readonly url: string }) {
  const t = useWords(pointsWords);
  const [paper, setPaper] = useState<(typeof papers)[number]>('a4');
  return (
    <div class="poster">
      <label>
        <span class="over">{t.paper}</span>
        <select value={paper} onChange={({ currentTarget }) => setPaper(currentTarget.value as typeof paper)}>
          {papers.map((each) => (
            <option key={each} value={each}>
              {t.papers[each]}
            </option>
          ))}
        </select>
      </label>
      <a class="button" href={`${url}?paper=${paper}`} target="_blank" rel="noopener">
        {t.openPoster}
      </a>
    </div>
  );
}
