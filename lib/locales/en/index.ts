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
import { packScreen } from './pack-screen';
import { receiving } from './receive';
import { redacting } from './redact';
import { safety } from './safety';
import { stamp } from './stamp';
import { stamps } from './stamps';
import { tables } from './tables';
import { ui } from './ui';
import { verifying } from './verify';

export const EN = {
  ...ui,
  ...errors,
  ...stamp,
  ...stamps,
  ...exporting,
  ...checklist,
  ...tables,
  ...flow,
  ...letters,
  ...lettersScreen,
  ...followUp,
  ...home,
  ...imports,
  ...packScreen,
  ...receiving,
  ...redacting,
  ...safety,
  ...verifying,
} as const;
