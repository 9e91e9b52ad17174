import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { local } from '../phone/local.ts';
import { useWords } from '../words/use-words.ts';
import { sampleWords } from './words/sample-words.ts';

/** On every screen of the sample: that it is made up, and the way back. Beside the form for a first business: that there is a sample. */
export default function SampleBanner() {
  const t = useWords(sampleWords);
  const [path] = useLocation();
  const { data: sample } = useQuery({ queryKey: ['local', 'sample'], queryFn: local.sample });
  if (sample?.state === 'here')
    return (
      <p class="note sample-banner">
        {t.banner} <a href={sample.url}>{t.back}</a>
      </p>
    );
  if (sample === undefined || path !== '/new-app') return null;
  return (
    <p class="note sample-banner">
      {t.lookAround} <Link href="/sample">{t.title}</Link>
    </p>
  );
}
