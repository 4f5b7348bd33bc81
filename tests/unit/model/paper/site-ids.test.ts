import { describe, expect, it } from 'vitest';
import { doi } from '../../../support/builders';
import {
  aclIdOfDoi,
  parseAclId,
  parseOpenreviewId,
  parsePmcid,
  parsePmid,
  parseS2Id,
} from '../../../../lib/model/paper/site-ids';

const HEX = '6043e3b975a9e775203eec9ef0eab19d6dd0d378';

describe('parseOpenreviewId', () => {
  it.each([
    ['5spDgWmpY6x', '5spDgWmpY6x'],
    ['LcF-EEt8cCC', 'LcF-EEt8cCC'],
    ['EZNOb_uNpJk', 'EZNOb_uNpJk'],
    ['', null],
    ['~John_Last1', null],
    ['ICLR.cc/2026/Conference', null],
    ['x'.repeat(65), null],
  ])('reads %j as %j', (text, expected) => {
    expect(parseOpenreviewId(text)).toBe(expected);
  });
});

describe('parseAclId', () => {
  it.each([
    ['2020.acl-main.405', '2020.acl-main.405'],
    ['2023.Findings-EMNLP.211', '2023.findings-emnlp.211'],
    ['2020.nlp4if-1.1', '2020.nlp4if-1.1'],
    ['n19-1423', 'N19-1423'],
    ['W18-5446', 'W18-5446'],
    ['N12-2001', 'N12-2001'],
    ['2021.acl-long.0', null],
    ['P16-1000', null],
    ['W18-5400', null],
    ['2021.acl-long', null],
    ['P16-106', null],
    ['volumes', null],
  ])('reads %j as %j', (text, expected) => {
    expect(parseAclId(text)).toBe(expected);
  });
});

describe('aclIdOfDoi', () => {
  it.each([
    ['10.18653/v1/D19-1016', 'D19-1016'],
    ['10.18653/v1/2020.acl-main.405', '2020.acl-main.405'],
    ['10.3115/v1/p14-1001', 'P14-1001'],
    ['10.3115/1072228.1072330', null],
    ['10.1162/tacl_a_00001', null],
  ])('finds in %j the id %j', (text, expected) => {
    expect(aclIdOfDoi(doi(text))).toBe(expected);
  });
});

describe('parsePmid', () => {
  it.each([
    ['22188593', '22188593'],
    [' 0042 ', '42'],
    ['0', null],
    ['12x', null],
    ['1234567890', null],
  ])('reads %j as %j', (text, expected) => {
    expect(parsePmid(text)).toBe(expected);
  });
});

describe('parsePmcid', () => {
  it.each([
    ['PMC3531190', 'PMC3531190'],
    ['pmc3198533', 'PMC3198533'],
    ['3531190', null],
    ['PMC', null],
    ['PMC12.1', null],
  ])('reads %j as %j', (text, expected) => {
    expect(parsePmcid(text)).toBe(expected);
  });
});

describe('parseS2Id', () => {
  it.each([
    [HEX.toUpperCase(), HEX],
    ['CorpusId:13756489', 'CorpusID:13756489'],
    ['corpusid:007', 'CorpusID:7'],
    [HEX.slice(1), null],
    ['CorpusID:', null],
    ['13756489', null],
  ])('reads %j as %j', (text, expected) => {
    expect(parseS2Id(text)).toBe(expected);
  });
});
