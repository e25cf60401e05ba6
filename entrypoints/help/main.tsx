/** The entry of « help to recognise a page »: see lib/screen/help.tsx. */
import { Help } from '@/lib/screen/help';
import { startScreen } from '@/lib/screen/start';

await startScreen(Help, 'help.title');
