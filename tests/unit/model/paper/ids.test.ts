import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseAclId,
  parseArxivId,
  parseDoi,
  parseOpenreviewId,
  parsePmcid,
  parsePmid,
  parseS2Id,
} from '../../../../lib/model/paper/ids';

describe('parseArxivId', () => {
  it.each([
    ['2606.07297', '2606.07297', undefined],
    ['1706.03762v7', '1706.03762', 7],
    ['1706.03762V7', '1706.03762', 7],
    ['0704.0001', '0704.0001', undefined],
    ['1412.9999', '1412.9999', undefined],
    ['1501.0001', '1501.00001', undefined],
    ['arXiv:1501.00001v12', '1501.00001', 12],
    [' arxiv: 1501.00001 ', '1501.00001', undefined],
    ['hep-th/9901001', 'hep-th/9901001', undefined],
    ['HEP-TH/9901001v3', 'hep-th/9901001', 3],
    ['hepth/9809096', 'hep-th/9809096', undefined],
    ['math.GT/0309136', 'math/0309136', undefined],
    ['cond-mat.supr-con/9805021', 'cond-mat/9805021', undefined],
    ['quant-ph/0703001', 'quant-ph/0703001', undefined],
  ])('reads %s', (text, id, version) => {
    expect(parseArxivId(text)).toEqual(version === undefined ? { id } : { id, version });
  });

  it.each([
    '',
    ...'1234.5678 1700.12345 1713.12345 0703.0001 1412.12345 1706.037 1706.037621 1706.03762v0'.split(' '),
    ...'1706.03762v 1706.03762v1234 1706.03762.pdf x1706.03762 gr-qc/۹۷۰۶123'.split(' '),
    ...'hep-th/0704001 hep-th/9106001 hep-th/990100 hep-th/9913001 foo-bar/9901001'.split(' '),
  ])('gives null for %j', (text) => {
    expect(parseArxivId(text)).toBeNull();
  });

  it('reads every id that it has made as itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 7, max: 99 }),
        fc.integer({ min: 4, max: 12 }),
        fc.nat(9999),
        (year, month, number) => {
          const two = (part: number) => String(part).padStart(2, '0');
          const parsed = parseArxivId(`${two(year)}${two(month)}.${String(number).padStart(4, '0')}`);
          expect(parsed).not.toBeNull();
          expect(parseArxivId(parsed?.id ?? '')).toEqual(parsed);
        },
      ),
    );
  });
});

describe('parseDoi', () => {
  it.each([
    ['10.1143/PTP.101.1155', '10.1143/ptp.101.1155'],
    ['doi:10.1038/srep01011', '10.1038/srep01011'],
    ['DOI: 10.1038/srep01011', '10.1038/srep01011'],
    ['https://doi.org/10.1117/1.2753144', '10.1117/1.2753144'],
    ['http://dx.doi.org/10.1117%2F1.2753144', '10.1117/1.2753144'],
    ['info:doi/10.1136/sti.2008.033985', '10.1136/sti.2008.033985'],
    ['10.1103/PhysRevD.75.124007 10.1103/PhysRevD.82.029901', '10.1103/physrevd.75.124007'],
    ['10.1002/andp.201000099; 10.1002/andp.201200739', '10.1002/andp.201000099'],
    ['10.1002/andp.201000099;10.1002/andp.201200739', '10.1002/andp.201000099'],
    ['10.1007/JHEP12(2010)070', '10.1007/jhep12(2010)070'],
    [
      '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
      '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
    ],
    ['10.1051/jphysrad:01955001606044400', '10.1051/jphysrad:01955001606044400'],
    ['10.1000/100%', '10.1000/100%'],
    ['See 10.1000/182.', '10.1000/182'],
    ['10.1101/2021.11.08.467690v2', '10.1101/2021.11.08.467690'],
    ['https://doi.org/10.1101/696633v1', '10.1101/696633'],
    ['10.64898/2025.12.03.123456v1', '10.64898/2025.12.03.123456'],
    ['10.31234/osf.io/7eb4g_v1', '10.31234/osf.io/7eb4g_v1'],
  ])('reads %s', (text, expected) => {
    expect(parseDoi(text)).toBe(expected);
  });

  it.each([
    '',
    ...'ade/1391109086 1135230 10.1/x 10.1000 https://example.org/10.1000/182x ai.1507'.split(' '),
  ])('gives null for %j', (text) => {
    expect(parseDoi(text)).toBeNull();
  });

  it('reads every DOI that it has made as itself', () => {
    const sici = parseDoi('10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O') ?? '';
    expect(parseDoi(sici)).toBe(sici);
  });
});

const HEX = '6043e3b975a9e775203eec9ef0eab19d6dd0d378';
const PARSERS = {
  openreview: parseOpenreviewId,
  acl: parseAclId,
  pmid: parsePmid,
  pmcid: parsePmcid,
  s2: parseS2Id,
};

it.each<[keyof typeof PARSERS, string, string | null]>([
  ['openreview', '5spDgWmpY6x', '5spDgWmpY6x'],
  ['openreview', 'LcF-EEt8cCC', 'LcF-EEt8cCC'],
  ['openreview', 'EZNOb_uNpJk', 'EZNOb_uNpJk'],
  ['openreview', '', null],
  ['openreview', '~John_Last1', null],
  ['openreview', 'ICLR.cc/2026/Conference', null],
  ['openreview', 'x'.repeat(65), null],
  ['acl', '2020.acl-main.405', '2020.acl-main.405'],
  ['acl', '2023.Findings-EMNLP.211', '2023.findings-emnlp.211'],
  ['acl', '2020.nlp4if-1.1', '2020.nlp4if-1.1'],
  ['acl', 'n19-1423', 'N19-1423'],
  ['acl', 'W18-5446', 'W18-5446'],
  ['acl', 'N12-2001', 'N12-2001'],
  ['acl', '2021.acl-long.0', null],
  ['acl', 'P16-1000', null],
  ['acl', 'W18-5400', null],
  ['acl', '2021.acl-long', null],
  ['acl', 'P16-106', null],
  ['acl', 'volumes', null],
  ['pmid', '22188593', '22188593'],
  ['pmid', ' 0042 ', '42'],
  ['pmid', '0', null],
  ['pmid', '12x', null],
  ['pmid', '1234567890', null],
  ['pmcid', 'PMC3531190', 'PMC3531190'],
  ['pmcid', 'pmc3198533', 'PMC3198533'],
  ['pmcid', '3531190', null],
  ['pmcid', 'PMC', null],
  ['pmcid', 'PMC12.1', null],
  ['s2', HEX.toUpperCase(), HEX],
  ['s2', 'CorpusId:13756489', 'CorpusID:13756489'],
  ['s2', 'corpusid:007', 'CorpusID:7'],
  ['s2', HEX.slice(1), null],
  ['s2', 'CorpusID:', null],
  ['s2', '13756489', null],
])('reads the %s id %j as %j', (kind, text, expected) => {
  expect(PARSERS[kind](text)).toBe(expected);
});
