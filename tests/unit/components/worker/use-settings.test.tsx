// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useSettings } from '../../../../components/worker/use-settings';
import { AppError } from '../../../../lib/errors';
import { DEFAULT_SETTINGS } from '../../../../lib/settings/settings';
import { fakeOutside, inside } from '../../../support/ui/outside';

describe('useSettings', () => {
  it('applies the stored theme to the document', async () => {
    const outside = fakeOutside({}, { theme: 'dark' });
    renderHook(() => useSettings(), { wrapper: inside(outside) });
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
  });

  it('takes a change back that could not be stored, and says why', async () => {
    const outside = {
      ...fakeOutside({}),
      updateSettings: () => Promise.reject(new AppError('storage-full', 'full')),
    };
    const { result } = renderHook(() => useSettings(), { wrapper: inside(outside) });
    await waitFor(() => expect(result.current.settings).not.toBeNull());
    act(() => result.current.change({ theme: 'dark' }));
    expect(result.current.settings?.theme).toBe('dark');
    await waitFor(() => expect(result.current.settings?.theme).toBe('system'));
    expect(result.current.failure).toBe('storage-full');
  });

  it('shows the defaults when the stored ones cannot be read', async () => {
    const outside = { ...fakeOutside({}), readSettings: () => Promise.reject(new Error('gone')) };
    const { result } = renderHook(() => useSettings(), { wrapper: inside(outside) });
    await waitFor(() => expect(result.current.failure).toBe('unexpected'));
    expect(result.current.settings).toEqual(DEFAULT_SETTINGS);
  });
});
