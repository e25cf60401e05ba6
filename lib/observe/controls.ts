/** Form controls as a person sees them: label, type, name, enabled, checked. Never what is typed or chosen in a list. */
import { normaliseText } from '@/lib/domain/normalise';
import type { Choice, PageFacts } from '@/lib/domain/page';
import { ELEMENT, htmlName, type SafeDom, safeDom } from './dom';
import { AROUND, type Control, TOGGLE, type Walked } from './walk';

const MAX_LABEL = 300;
const MAX_HOLDER = 160;
const MAX_CONTROLS = 500;

type Field = PageFacts['fields'][number];

function labelsOf(dom: SafeDom, element: Element): readonly Element[] {
  const name = htmlName(dom, element);
  const read =
    name === 'input'
      ? dom.inputLabels
      : name === 'select'
        ? dom.selectLabels
        : name === 'textarea'
          ? dom.areaLabels
          : null;
  return read ? [...(read(element) ?? [])] : [];
}

/** Visible text of the labels, else of the small container around; '' when nothing on the screen names the control. */
function visibleLabel(dom: SafeDom, walked: Walked, element: Element): string {
  const own = labelsOf(dom, element).map((label) => walked.labels.get(label) ?? '');
  const said = normaliseText(own.join(' '));
  if (said !== '') return said.slice(0, MAX_LABEL);
  const aria = normaliseText(walked.labels.get(element) ?? '');
  if (aria !== '') return aria.slice(0, MAX_LABEL);
  const holder = dom.closest(element, AROUND);
  const around = normaliseText((holder && walked.labels.get(holder)) ?? '');
  return around.length <= MAX_HOLDER ? around : '';
}

/** What names a control that is seen but has no visible label: its accessible name, or the hint printed in it. */
function attributeLabel(dom: SafeDom, element: Element): string {
  const said = ['aria-label', 'placeholder', 'title'].map((name) => normaliseText(dom.attribute(element, name) ?? ''));
  return (said.find((text) => text !== '') ?? '').slice(0, MAX_LABEL);
}

function typeOf(dom: SafeDom, element: Element): string {
  const name = htmlName(dom, element);
  if (name === 'input') return dom.inputType(element);
  if (name === 'select' || name === 'textarea') return name;
  return dom.attribute(element, 'role') ?? 'textbox';
}

function isEnabled(dom: SafeDom, element: Element): boolean {
  if (dom.matches(element, ':disabled')) return false;
  const holder = dom.closest(element, '[aria-disabled]');
  return holder === null || dom.attribute(holder, 'aria-disabled') !== 'true';
}

function isChecked(dom: SafeDom, element: Element): boolean {
  return htmlName(dom, element) === 'input' ? dom.checked(element) : dom.attribute(element, 'aria-checked') === 'true';
}

function wrapperOf(dom: SafeDom, input: Element): Element | null {
  const parent = dom.parentNode(input);
  return parent && dom.nodeType(parent) === ELEMENT ? dom.closest(parent as Element, TOGGLE) : null;
}

const CHOICE_TYPES = new Set(['radio', 'checkbox', 'switch']);

function describe(dom: SafeDom, walked: Walked, control: Control): { field: Field; choice: Choice | null } | null {
  const { element } = control;
  const type = typeOf(dom, element);
  const isChoice = CHOICE_TYPES.has(type);
  const label = visibleLabel(dom, walked, element);
  // A styled radio is transparent or out of the way: what shows is its label.
  if (!control.visible && (!isChoice || label === '')) return null;
  const named = label || attributeLabel(dom, element);
  const field = {
    label: named,
    type,
    name: (dom.attribute(element, 'name') ?? dom.attribute(element, 'id') ?? '').slice(0, 100),
  };
  const choice =
    isChoice && named !== ''
      ? { label: named, enabled: isEnabled(dom, element), checked: isChecked(dom, element) }
      : null;
  return { field, choice };
}

/** The visible fields and choices of a walk. */
export function collectControls(walked: Walked): { fields: Field[]; choices: Choice[] } {
  const dom = safeDom();
  // A component that says role=radio around a native radio is one choice, not two.
  const wrappers = new Set(
    walked.controls.map(({ element }) => (htmlName(dom, element) === 'input' ? wrapperOf(dom, element) : null)),
  );
  const fields: Field[] = [];
  const choices: Choice[] = [];
  for (const control of walked.controls.slice(0, MAX_CONTROLS)) {
    if (wrappers.has(control.element)) continue;
    const described = describe(dom, walked, control);
    if (!described) continue;
    fields.push(described.field);
    if (described.choice) choices.push(described.choice);
  }
  return { fields, choices };
}
