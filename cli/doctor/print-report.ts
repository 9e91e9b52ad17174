import { type Report, type Severity, severities } from './finding.ts';

const titles: { readonly [S in Severity]: string } = {
  broken: 'BROKEN: people are hurt now',
  should: 'SHOULD: mend it before a campaign',
  note: 'NOTE',
};

/** The report as an operator reads it, the worst first. */
export function printedReport(report: Report): string {
  const { stack, region, findings, unread, right } = report;
  const blocks = severities.flatMap((severity) => {
    const own = findings.filter((each) => each.severity === severity);
    if (own.length === 0) return [];
    const told = own.map(({ area, what, hurt, todo }) => `  ${what} (${area})\n    Hurt: ${hurt}\n    Do:   ${todo}`);
    return [`${titles[severity]}\n\n${told.join('\n\n')}`];
  });
  if (unread.length > 0) {
    blocks.push(
      `COULD NOT BE READ: nothing is known about it\n\n${unread.map(({ area, why }) => `  ${area}: ${why}`).join('\n')}`,
    );
  }
  if (right.length > 0) blocks.push(`RIGHT\n\n  ${right.join(', ')}`);
  return [`${stack} in ${region}`, ...blocks, counts(report)].join('\n\n');
}

function counts({ findings, unread, right }: Report): string {
  const of = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  return `${of('broken')} broken, ${of('should')} that should be mended, ${of('note')} to note; ${unread.length} of ${areasOf({ findings, unread, right })} areas could not be read.`;
}

const areasOf = ({ findings, unread, right }: Pick<Report, 'findings' | 'unread' | 'right'>): number =>
  new Set([...findings.map(({ area }) => area), ...unread.map(({ area }) => area), ...right]).size;
