// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepInPage } from '../../../lib/page/keep-in-page';

let end: AbortController;
let host: HTMLElement;

beforeEach(() => {
  end = new AbortController();
  document.body.innerHTML = '<main><div class="slot"></div></main>';
  host = document.createElement('paperkin-annotation');
});
afterEach(() => {
  end.abort();
  document.body.replaceChildren();
});

const slot = () => document.querySelector('.slot');
const changed = () => new Promise((resolve) => setTimeout(resolve));

function keep(): void {
  slot()?.append(host);
  keepInPage(host, slot, end.signal);
}

describe('keepInPage', () => {
  it('puts the element back', async () => {
    keep();
    host.remove();
    await changed();
    expect(host.parentElement).toBe(slot());
  });

  it('goes to the new slot when the page has drawn everything anew', async () => {
    keep();
    document.body.innerHTML = '<div class="slot" id="new"></div>';
    await changed();
    expect(host.parentElement?.id).toBe('new');
  });

  it('gives up where there is no slot any more', async () => {
    keep();
    document.body.innerHTML = '';
    await changed();
    document.body.innerHTML = '<div class="slot"></div>';
    await changed();
    expect(host.isConnected).toBe(false);
  });

  it('gives up on a page that goes on taking it away', async () => {
    keep();
    let removals = 0;
    for (; host.isConnected && removals < 100; removals++) {
      host.remove();
      await changed();
    }
    expect(removals).toBe(6);
  });

  it('leaves the element away after the end', async () => {
    keep();
    end.abort();
    host.remove();
    await changed();
    expect(host.isConnected).toBe(false);
  });
});
