import { describe, expect, it } from 'vitest';
import { fold } from '../../../../lib/model/paper/fold';

describe('fold', () => {
  it.each([
    ['Schrödinger’s Cat', "Schrodinger's cat"],
    ['Self-Attention: a study', 'self attention – A Study'],
    ['ﬁne-tuning', 'fine tuning'],
    ['e\u0301tude', 'étude'],
    ['ＧＰＴ４', 'GPT4'],
  ])('gives %j and %j one form', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each(['', '…', '🙂🙂', '$ { }'])('gives nothing for %j', (text) => {
    expect(fold(text)).toBe('');
  });

  it('keeps letters of every script', () => {
    expect(fold('強化 学習')).toBe('強化学習');
  });
});
