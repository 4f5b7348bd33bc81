import { describe, expect, it } from 'vitest';
import { arxivIdOfDoi, parseDoi } from '../../../../lib/model/paper/doi';
import type { Doi } from '../../../../lib/model/paper/doi';

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
    'ade/1391109086',
    '1135230',
    '10.1/x',
    '10.1000',
    'https://example.org/10.1000/182x',
    'ai.1507',
  ])('gives null for %j', (text) => {
    expect(parseDoi(text)).toBeNull();
  });

  it('reads every DOI that it has made as itself', () => {
    const sici = parseDoi('10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O') ?? '';
    expect(parseDoi(sici)).toBe(sici);
  });
});

describe('arxivIdOfDoi', () => {
  it.each([
    ['10.48550/arxiv.2606.07297', '2606.07297'],
    ['10.48550/arxiv.hep-th/9901001', 'hep-th/9901001'],
    ['10.1143/ptp.101.1155', null],
  ])('finds in %s the id %s', (doi, expected) => {
    expect(arxivIdOfDoi(doi as Doi)).toBe(expected); // Written in normal form.
  });
});
