/** Keeps the keyboard's place: when the control that has the focus goes away, the focus goes to what stands nearest, never to nowhere. */

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary';
/** Milliseconds left to those who move the focus themselves (a dialog that closes, a part that opens at its title). */
const GRACE = 60;

interface Place {
  readonly element: HTMLElement;
  /** What held it, nearest first: once it is gone, it no longer knows. */
  readonly holders: readonly HTMLElement[];
}

function placeOf(element: HTMLElement): Place {
  const holders: HTMLElement[] = [];
  for (let up = element.parentElement; up; up = up.parentElement) holders.push(up);
  return { element, holders };
}

/** Shown and not behind an open dialog. */
function reachable(element: HTMLElement): boolean {
  const dialog = document.querySelector('dialog[open]');
  return element.checkVisibility({ visibilityProperty: true }) && (!dialog || dialog.contains(element));
}

/** The result that replaced the control, if it is read out there; else the first control of the nearest holder that has one. */
function nearest({ holders }: Place): HTMLElement | null {
  for (const holder of holders) {
    if (!holder.isConnected) continue;
    const live = holder.matches('[role="status"], [role="alert"]') && holder.textContent !== '';
    const control = [...holder.querySelectorAll<HTMLElement>(FOCUSABLE)].find(reachable);
    if (control) return control;
    if (live) {
      holder.setAttribute('tabindex', '-1');
      return holder;
    }
  }
  return null;
}

/**
 * Watches the page from now on.
 * @returns stops watching
 */
export function keepFocus(): () => void {
  let last: Place | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const entered = (event: FocusEvent): void => {
    last = event.target instanceof HTMLElement ? placeOf(event.target) : null;
  };
  // A press beside every control leaves the focus on purpose.
  const pressed = (): void => {
    last = null;
  };
  const rescue = (): void => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    if (!last || (last.element.isConnected && !last.element.matches(':disabled'))) return;
    nearest(last)?.focus();
  };
  const changed = new MutationObserver(() => {
    if (!last || (last.element.isConnected && !last.element.matches(':disabled'))) return;
    clearTimeout(timer);
    timer = setTimeout(rescue, GRACE);
  });
  document.addEventListener('focusin', entered);
  document.addEventListener('pointerdown', pressed, true);
  changed.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    document.removeEventListener('focusin', entered);
    document.removeEventListener('pointerdown', pressed, true);
    changed.disconnect();
    clearTimeout(timer);
  };
}
