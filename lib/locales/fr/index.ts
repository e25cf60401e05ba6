/** FR: all the texts, one file a part of the product. */
import { checklist } from './checklist';
import { errors } from './errors';
import { exporting } from './export';
import { flow } from './flow';
import { letters } from './letters';
import { stamp } from './stamp';
import { tables } from './tables';
import { ui } from './ui';

export const FR = { ...ui, ...errors, ...stamp, ...exporting, ...checklist, ...tables, ...flow, ...letters } as const;
