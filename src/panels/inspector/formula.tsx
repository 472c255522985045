import type { ReactNode } from 'react';
import type { SubStep } from '../../store/session';
import { Term } from '../term';
import './formula.css';

/**
 * A plain-text equation as HTML: `h_v` and `d^-½` become indices, Σ and the coefficient wear the accent.
 * @param lit the part of a hop whose terms are marked; null marks none.
 */
export function Formula({ text, lit = null }: { text: string; lit?: SubStep | null }) {
  const [equation, ...meanings] = text.split(/,\s\s+/);
  return (
    <div className="formula">
      <p>{formulaParts(equation).map((part, i) => renderPart(part, i, lit))}</p>
      {meanings.map((meaning) => (
        <p key={meaning}>{formulaParts(meaning).map((part, i) => renderPart(part, i, null))}</p>
      ))}
    </div>
  );
}

/** Where in a hop a term of the equation is made: what the sum runs over comes, the sum gathers it, the rest updates. */
export function subStepOf({ text, sub }: FormulaPart): SubStep {
  if (sub !== 'u' && sub !== 'vu') return 'update';
  return /^(Σ|mean|max|sum|min)$/.test(text) ? 'aggregate' : 'message';
}

/** The same within a sentence, without the accent. */
export function InlineFormula({ text }: { text: string }) {
  return (
    <span className="formula-inline">
      {formulaParts(text).map((part) => (
        <Indexed key={part.text + part.sub} {...part} />
      ))}
    </span>
  );
}

export interface FormulaPart {
  text: string;
  sub?: string;
  sup?: string;
}

const SCRIPT = /([\p{L}\p{M}\p{N}′Σσ‖])([_^])(\{[^}]*\}|[-−]?[\p{L}\p{N}½]+)/gu;

/** Splits at the indices: "W Σ_u a_vu h_u" → W | Σ sub u | a sub vu | h sub u. */
export function formulaParts(text: string): FormulaPart[] {
  const parts: FormulaPart[] = [];
  let end = 0;
  for (const match of text.matchAll(SCRIPT)) {
    const [whole, base, kind, script] = match;
    const baseStart = wordStart(text, match.index, end);
    if (baseStart > end) parts.push({ text: text.slice(end, baseStart) });
    const word = text.slice(baseStart, match.index) + base;
    const index = script.replace(/^\{|\}$/g, '');
    parts.push(kind === '_' ? { text: word, sub: index } : { text: word, sup: index });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** Where the word that ends at `index` begins: "mean_u" is one word with an index. */
function wordStart(text: string, index: number, from: number): number {
  let start = index;
  while (start > from && /[\p{L}\p{M}′]/u.test(text[start - 1])) start--;
  return start;
}

function Indexed({ text, sub, sup }: FormulaPart) {
  return (
    <>
      {text}
      {sub && <sub>{sub}</sub>}
      {sup && <sup>{sup}</sup>}
    </>
  );
}

function renderPart(part: FormulaPart, i: number, lit: SubStep | null): ReactNode {
  const marked = part.text.trim() !== '' && subStepOf(part) === lit;
  const body = marked ? (
    <mark className="formula-lit">
      <Indexed {...part} />
    </mark>
  ) : (
    <Indexed {...part} />
  );
  if (part.text === 'a' && part.sub) {
    return (
      <Term key={i} name="coefficient" className="formula-accent">
        {body}
      </Term>
    );
  }
  if ((part.text === 'Σ' || part.text === 'mean') && part.sub) {
    return (
      <Term key={i} name="aggregate" className="formula-accent">
        {body}
      </Term>
    );
  }
  return <span key={i}>{body}</span>;
}
