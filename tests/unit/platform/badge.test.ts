/** The button of a tab: set while the tab is there; a tab that closes meanwhile is no error, anything else is. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

const { open, action } = vi.hoisted(() => ({
  open: new Set<number>(),
  action: {
    setBadgeText: vi.fn(),
    setBadgeBackgroundColor: vi.fn(),
    setBadgeTextColor: vi.fn(),
    setTitle: vi.fn(),
  },
}));
vi.mock('@/lib/platform/browser', () => ({
  browser: { action, tabs: { query: async () => [...open].map((id) => ({ id })) } },
}));

import { showButton } from '@/lib/platform/badge';

const STATE = { sign: '!', title: 'Une page bloquée' };

describe('showButton', () => {
  beforeEach(() => {
    vi.resetAllMocks();
    open.clear();
    open.add(7);
  });

  it('sets the sign and the same in words', async () => {
    await showButton(7, STATE);
    expect(action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '!' });
    expect(action.setTitle).toHaveBeenCalledWith({ tabId: 7, title: STATE.title });
  });

  it('asks nothing for a tab that is closed', async () => {
    await showButton(8, STATE);
    expect(action.setBadgeText).not.toHaveBeenCalled();
  });

  it('lets a tab close meanwhile', async () => {
    action.setBadgeText.mockImplementation(async () => {
      open.delete(7);
      throw new Error('No tab with id: 7.');
    });
    await expect(showButton(7, STATE)).resolves.toBeUndefined();
  });

  it('says what went wrong with a tab that is still there', async () => {
    action.setTitle.mockRejectedValue(new Error('refused'));
    await expect(showButton(7, STATE)).rejects.toThrow('refused');
  });
});
