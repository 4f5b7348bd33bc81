import { FIELD_NAMES, type Comparison, type FieldName, type Row, type Verdict } from './judge';
import type { Finding } from './find-paper';

/** A row with what we say about it. */
export interface Judged {
  readonly row: Row;
  readonly finding: Finding;
  readonly fields: Readonly<Record<FieldName, Comparison>>;
  /** Counted in the tables: of a supported site, or with a page to read. */
  readonly isCounted: boolean;
}

/** Without `--verbose` longer lists are cut here. */
const MAX_LISTED = 20;

/** The report of `npm run eval:sites`; docs/sites.md describes its lines. */
export function reportLines(judged: readonly Judged[], isVerbose: boolean): readonly string[] {
  const counted = judged.filter(({ isCounted }) => isCounted);
  const pages = judged.filter(({ row }) => row.file !== undefined).length;
  const listOf = (title: string, entries: readonly string[]): readonly string[] => {
    const shown = isVerbose ? entries : entries.slice(0, MAX_LISTED);
    const rest = entries.length - shown.length;
    return [
      '',
      `${title} ${entries.length}`,
      ...shown.map((entry) => `  ${entry}`),
      ...(rest > 0 ? [`  and ${rest} more: --verbose`] : []),
    ];
  };
  return [
    `rows ${judged.length}: ${pages} pages, ${judged.length - pages} URLs; counted ${counted.length}`,
    '',
    ['field', 'right', 'wrong', 'missing', 'extra', 'right %'].map(cell).join(''),
    ...FIELD_NAMES.map((name) => fieldLine(name, counted)),
    '',
    ['site', 'rows', ...FIELD_NAMES].map(cell).join(''),
    ...sitesOf(counted).map((site) => siteLine(site, counted)),
    ...listOf('false positives', judged.filter((row) => isVerdict(row, 'isPaper', 'wrong')).map(nameOf)),
    ...listOf('missed papers', counted.filter((row) => isVerdict(row, 'isPaper', 'missing')).map(nameOf)),
    ...(isVerbose ? listOf('wrong or missing', counted.flatMap(differencesOf)) : []),
    ...(isVerbose
      ? listOf(
          'not counted, of sites that are not in the table',
          judged.filter(({ isCounted }) => !isCounted).map(nameOf),
        )
      : []),
  ];
}

function fieldLine(name: FieldName, rows: readonly Judged[]): string {
  const { right, wrong, missing, extra } = countsOf(name, rows);
  const share = right + wrong + missing === 0 ? '-' : ((100 * right) / (right + wrong + missing)).toFixed(1);
  return [name, right, wrong, missing, extra, share].map(cell).join('');
}

/** `right/known` for each field. */
function siteLine(site: string, rows: readonly Judged[]): string {
  const own = rows.filter((row) => siteOf(row) === site);
  const shares = FIELD_NAMES.map((name) => {
    const { right, wrong, missing } = countsOf(name, own);
    return right + wrong + missing === 0 ? '-' : `${right}/${right + wrong + missing}`;
  });
  return [site, own.length, ...shares].map(cell).join('');
}

function countsOf(name: FieldName, rows: readonly Judged[]): Readonly<Record<Verdict, number>> {
  const counts = { extra: 0, missing: 0, none: 0, right: 0, wrong: 0 };
  for (const { fields } of rows) counts[fields[name].verdict] += 1;
  return counts;
}

function sitesOf(rows: readonly Judged[]): readonly string[] {
  return [...new Set(rows.map(siteOf))].toSorted();
}

/** Hosts that the table does not have are counted together. */
function siteOf({ finding }: Judged): string {
  return finding.site ?? '(other)';
}

function isVerdict({ fields }: Judged, name: FieldName, verdict: Verdict): boolean {
  return fields[name].verdict === verdict;
}

function nameOf({ row, finding }: Judged): string {
  return [row.url ?? '(no URL)', row.file, finding.ref && `taken for ${finding.ref.site}`]
    .filter(Boolean)
    .join('  ');
}

function differencesOf(judged: Judged): readonly string[] {
  return FIELD_NAMES.filter(
    (name) => name !== 'isPaper' && /wrong|missing|extra/.test(judged.fields[name].verdict),
  ).map((name) => {
    const { verdict, expected = '-', given = '-' } = judged.fields[name];
    return `${verdict} ${name}: expected ${expected}, given ${given}  ${nameOf(judged)}`;
  });
}

function cell(value: number | string, column: number): string {
  return column === 0 ? String(value).padEnd(16) : String(value).padStart(16);
}
