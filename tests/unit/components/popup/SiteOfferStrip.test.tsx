// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SiteOfferStrip } from '../../../../components/popup/SiteOfferStrip';
import type { SiteOffer } from '../../../../lib/model/access/site-offer';
import { accessibilityProblems } from '../../../support/ui/axe';
import { failing, fakeOutside, inside } from '../../../support/ui/outside';

const LISTED: SiteOffer = {
  kind: 'listed',
  key: 'openreview',
  name: 'OpenReview',
  host: 'openreview.net',
  origins: ['*://openreview.net/*'],
};
const OFF: SiteOffer = { kind: 'off', key: 'arxiv', name: 'arXiv', host: 'arxiv.org' };

function show(offer: SiteOffer | null, sitesOff: readonly string[] = []) {
  const outside = fakeOutside({ 'site.offer': () => offer }, { sitesOff });
  const view = render(<SiteOfferStrip />, { wrapper: inside(outside) });
  return { ...view, outside };
}

describe('SiteOfferStrip', () => {
  it('asks about the active tab', async () => {
    const { outside } = show(LISTED);
    await screen.findByText(/openreview\.net/);
    expect(outside.asked).toEqual([{ name: 'site.offer', request: { tabId: 7 } }]);
  });

  it('asks the browser for a listed site, and says that it worked', async () => {
    const { outside, container } = show(LISTED);
    await userEvent.click(await screen.findByRole('button', { name: 'Allow' }));
    expect(outside.permissions.asked).toEqual(['*://openreview.net/*']);
    expect(screen.getByRole('status').textContent).toBe('Papers on openreview.net are annotated now.');
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('goes on offering after the reader said no', async () => {
    const { outside } = show(LISTED);
    outside.permissions.isGenerous = false;
    await userEvent.click(await screen.findByRole('button', { name: 'Allow' }));
    screen.getByRole('button', { name: 'Allow' });
  });

  it('says of a page on no listed site that it declares itself a paper', async () => {
    show({ ...LISTED, kind: 'declared', key: 'journal.example', host: 'journal.example' });
    expect((await screen.findByRole('status')).textContent).toContain('says it is a paper');
  });

  it('switches a site on again, without asking the browser', async () => {
    const { outside } = show(OFF, ['arxiv', 'huggingface']);
    await userEvent.click(await screen.findByRole('button', { name: 'Switch on' }));
    expect(outside.settings().sitesOff).toEqual(['huggingface']);
    expect(outside.permissions.asked).toEqual([]);
  });

  it('takes no room when there is nothing to offer, and when the worker does not say', async () => {
    const { container, outside } = show(null);
    await expect.poll(() => outside.asked).toHaveLength(1);
    expect(container.childElementCount).toBe(0);
    cleanup();
    const broken = fakeOutside({ 'site.offer': failing('unavailable') });
    const view = render(<SiteOfferStrip />, { wrapper: inside(broken) });
    await expect.poll(() => broken.asked).toHaveLength(1);
    expect(view.container.childElementCount).toBe(0);
  });
});
