import { describe, expect, it } from 'vitest';
import { firstDay, parseMetaDate } from '../../../../lib/sites/meta/meta-dates';

describe('parseMetaDate', () => {
  it.each([
    ['2021-08-05', '2021-08-05'],
    ['2021/8/5', '2021-08-05'],
    ['2016-05-24T13:41+00:00', '2016-05-24'],
    ['Dec 20, 2006', '2006-12-20'],
    ['December 20, 2006', '2006-12-20'],
    ['24 Apr 2013', '2013-04-24'],
    ['08 June 2016', '2016-06-08'],
    ['2012 Nov 26', '2012-11-26'],
    ['Tue, 5 Jan 2021 10:00:00 GMT', '2021-01-05'],
    ['03/01/2014', '2014-03-01'],
  ])('reads %j as %s', (written, expected) => {
    expect(parseMetaDate(written)).toBe(expected);
  });

  it.each([
    '',
    '1955',
    '2021/08',
    'Sep 2014',
    'September 2014',
    '31/12/2014',
    '2021-02-30',
    'In press',
    '32 Jan 2020',
  ])('gives null for %j', (written) => {
    expect(parseMetaDate(written)).toBeNull();
  });
});

describe('firstDay', () => {
  it.each([
    [['2013/06/19', '2013/05/06'], '2013-05-06'],
    [['2021/08', '2021/07/15'], '2021-07-15'],
    [['1955', '2008/02/04'], null],
    [['1977/01', '2007/10/23'], null],
    [['2021', '2020/12/30'], '2020-12-30'],
    [['2014/03'], null],
    [[], null],
  ])('finds in %j the day %s', (written, expected) => {
    expect(firstDay(written)).toBe(expected);
  });
});
