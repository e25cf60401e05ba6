/** EN: all the texts, one file a part of the product. */
import { checklist } from './checklist';
import { errors } from './errors';
import { exporting } from './export';
import { flow } from './flow';
import { followUp } from './follow-up';
import { home } from './home';
import { imports } from './imports';
import { letters } from './letters';
import { lettersScreen } from './letters-screen';
import { stamp } from './stamp';
import { tables } from './tables';
import { ui } from './ui';
import { verifying } from './verify';

export const EN = {
  ...ui,
  ...errors,
  ...stamp,
  ...exporting,
  ...checklist,
  ...tables,
  ...flow,
  ...letters,
  ...lettersScreen,
  ...followUp,
  ...home,
  ...imports,
  ...verifying,
} as const;
