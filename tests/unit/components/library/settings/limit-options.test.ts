import { describe, expect, it } from 'vitest';
import {
  budgetOptions,
  historyMonthsOf,
  historyOptions,
} from '../../../../../components/library/settings/limit-options';

describe('historyOptions', () => {
  it('has the usual months and all of them', () => {
    const options = historyOptions(12);
    expect(options.map(({ value }) => value)).toEqual(['1', '3', '6', '12', '24', 'all']);
    expect(options[0]?.text).toBe('1 month');
  });

  it('has what was set elsewhere, in its place', () => {
    expect(historyOptions(18).map(({ value }) => value)).toContain('18');
    expect(historyOptions('all')).toHaveLength(6);
  });

  it.each(historyOptions(18).map(({ value }) => value))('gives %s back as the setting', (value) => {
    expect(String(historyMonthsOf(value))).toBe(value);
  });
});

describe('budgetOptions', () => {
  it('has what was set elsewhere, in its place', () => {
    expect(budgetOptions(1_000)[0]).toEqual({ value: '1000', text: '1,000' });
    expect(budgetOptions(50_000).map(({ text }) => text)).toContain('50,000');
  });
});
