import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArxivId } from '../../../../lib/model/paper/arxiv-id';

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
    '1234.5678',
    '1700.12345',
    '1713.12345',
    '0703.0001',
    '1412.12345',
    '1706.037',
    '1706.037621',
    '1706.03762v0',
    '1706.03762v',
    '1706.03762v1234',
    '1706.03762.pdf',
    'hep-th/0704001',
    'hep-th/9106001',
    'hep-th/990100',
    'hep-th/9913001',
    'foo-bar/9901001',
    'gr-qc/۹۷۰۶123',
    'x1706.03762',
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
