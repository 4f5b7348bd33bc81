// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useRelated } from '../../../../components/sidebar/use-related';
import type { Outside } from '../../../../components/worker/outside';
import { RELATED_AT_ONCE, RELATED_LIMIT } from '../../../../lib/model/related';
import { facts, papers } from '../../../support/builders';

afterEach(cleanup);

const CHOICE = { sort: 'closest', topic: null } as const;
const items = (count: number) =>
  papers(count).map((paper) => ({ paper, score: 1, closeness: 1, reasons: [{ kind: 'rest', share: 1 }] }));

describe('useRelated', () => {
  it('shows the papers on screen first, and the others when they come', async () => {
    const [first, whole] = [items(RELATED_AT_ONCE), items(12)];
    let finish: () => void = () => undefined;
    const send = vi
      .fn<(name: string, request: object) => Promise<object>>()
      .mockResolvedValueOnce({ items: first, found: 12, feedSize: 30 })
      .mockReturnValueOnce(
        new Promise((resolve) => {
          finish = () => resolve({ items: whole, found: 12, feedSize: 30 });
        }),
      );
    const paper = facts();
    const { result } = renderHook(() => useRelated(paper, CHOICE, '', { send: send as Outside['send'] })[0]);

    await waitFor(() => expect(result.current).toMatchObject({ kind: 'ready', value: { items: first } }));
    await act(async () => finish());

    expect(result.current).toMatchObject({ kind: 'ready', value: { items: whole } });
    expect(send.mock.calls.map(([, request]) => request)).toMatchObject([
      { limit: RELATED_LIMIT, atOnce: RELATED_AT_ONCE },
      { limit: RELATED_LIMIT },
    ]);
    expect(send.mock.calls[1]?.[1]).not.toHaveProperty('atOnce');
  });

  it('asks once when no more were found', async () => {
    const send = vi.fn<() => Promise<object>>(async () => ({
      items: items(RELATED_AT_ONCE),
      found: RELATED_AT_ONCE,
      feedSize: 30,
    }));
    const paper = facts();
    const { result } = renderHook(
      () => useRelated(paper, CHOICE, '', { send: send as unknown as Outside['send'] })[0],
    );
    await waitFor(() => expect(result.current.kind).toBe('ready'));
    expect(send).toHaveBeenCalledOnce();
  });

  it('asks nothing about a paper without a title', async () => {
    const send = vi.fn<() => Promise<object>>(async () => ({ items: [], feedSize: 0 }));
    const paper = facts({ title: '' });
    renderHook(() => useRelated(paper, CHOICE, '', { send: send as unknown as Outside['send'] }));
    expect(send).not.toHaveBeenCalled();
  });
});
