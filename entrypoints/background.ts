/** The background: hears everything synchronously, and hands each event to lib/flow. It may die at any line. */
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '@/lib/flow/background';

export default defineBackground(() => {
  startBackground();
});
